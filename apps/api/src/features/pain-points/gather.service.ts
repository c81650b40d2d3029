import { Injectable } from '@nestjs/common';
import { ForbiddenError, NotFoundError, RuleError, ValidationError } from '@touchstone/domain';
import { abilityToSql } from '../../platform/authz/ability-to-sql.js';
import type { Transaction } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';
import { abilityOf, type Principal } from '../../platform/tenancy/principal.js';
import { PainPointKindEnum } from './pain-point.enums.js';
import { TEAMS_CONCERNED } from './pain-point-sql.js';
import { PainPointService } from './pain-point.service.js';
import type { PainPointType } from './pain-point.type.js';

/** Which single pain points one that several journeys share gathers: said of the common one as a whole, or of a single one. */
@Injectable()
export class GatherService {
  constructor(private readonly painPoints: PainPointService) {}

  /** Exactly these belong to a common pain point from now on; those that were left out stand alone again. */
  gather(principal: Principal, id: string, version: number, ids: readonly string[]): Promise<PainPointType> {
    const wanted = [...new Set(ids.map((each) => rowId(each, 'PainPoint')))].sort();
    return this.painPoints.change(principal, id, version, async (transaction, before) => {
      const { query, organizationId } = transaction;
      if (before.kind !== PainPointKindEnum.COMMON)
        throw new RuleError('PAIN_POINT_NOT_COMMON', 'Only a common pain point gathers others.');
      const found = await query<{ id: string; kind: string; commonId: string | null }>(
        `SELECT id, kind, common_id AS "commonId" FROM pain_point
         WHERE organization_id = $1 AND id = ANY($2) AND archived_at IS NULL ORDER BY id FOR UPDATE`,
        [organizationId, wanted],
      );
      if (found.length < wanted.length) throw new NotFoundError('PainPoint');
      if (found.some((each) => each.kind !== 'single'))
        throw ValidationError.of('painPointIds', 'not_single', 'Only single pain points can be gathered.');
      if (found.some(({ commonId }) => commonId !== null && commonId !== id))
        throw ValidationError.of('painPointIds', 'elsewhere', 'One of them belongs to another common pain point.');
      const was = before.gathered.map((each) => each.id).sort();
      const moved = [...wanted.filter((each) => !was.includes(each)), ...was.filter((each) => !wanted.includes(each))];
      await this.demandAnswered(transaction, moved);
      await query(
        `UPDATE pain_point SET common_id = CASE WHEN id = ANY($3) THEN $2::uuid END, version = version + 1
         WHERE organization_id = $1 AND (common_id = $2) IS DISTINCT FROM (id = ANY($3)) AND (common_id = $2 OR id = ANY($3))`,
        [organizationId, id, wanted],
      );
      return { act: 'painPoint.gathered', set: {}, changes: { gathered: { before: was, after: wanted } } };
    });
  }

  /** Not by the common one either is a single one taken from, or given to, whoever answers for it. */
  private async demandAnswered(transaction: Transaction, ids: readonly string[]): Promise<void> {
    const { query, organizationId, principal } = transaction;
    const may = abilityToSql(abilityOf(principal), 'update', 'PainPoint', { teamId: 'g.team_id' }, 3);
    const [foreign] = await query<{ number: number }>(
      `SELECT p.number FROM pain_point p WHERE p.organization_id = $1 AND p.id = ANY($2)
         AND NOT EXISTS (SELECT FROM (${TEAMS_CONCERNED}) g WHERE ${may.sql}) ORDER BY p.number LIMIT 1`,
      [organizationId, ids, ...may.parameters],
    );
    if (foreign) throw new ForbiddenError(`Another team answers for P-${foreign.number}.`);
  }

  /** Puts a single one under a common one, or takes it out of its own. Whoever answers for the single one decides. */
  join(principal: Principal, id: string, version: number, commonId: string | null): Promise<PainPointType> {
    const wanted = commonId === null ? null : rowId(commonId, 'PainPoint');
    return this.painPoints.change(principal, id, version, async (transaction, before) => {
      const { query, organizationId } = transaction;
      if (before.kind !== PainPointKindEnum.SINGLE)
        throw ValidationError.of('commonId', 'not_single', 'Only single pain points can be gathered.');
      const concerned = await query<{ id: string; number: number; kind: string; archived: boolean }>(
        `SELECT id, number, kind, archived_at IS NOT NULL AS archived FROM pain_point
         WHERE organization_id = $1 AND id = ANY($2) ORDER BY id FOR UPDATE`,
        [organizationId, [wanted, before.commonId].filter((each) => each !== null)],
      );
      const common = concerned.find((each) => each.id === wanted);
      if (wanted !== null && !common)
        throw ValidationError.of('commonId', 'unknown', 'This pain point does not exist any more.');
      if (common && (common.archived || common.kind !== 'common'))
        throw ValidationError.of('commonId', 'not_common', 'Choose a common pain point that is not archived.');
      await query('UPDATE pain_point SET version = version + 1 WHERE organization_id = $1 AND id = ANY($2)', [
        organizationId,
        concerned.map((each) => each.id),
      ]);
      for (const each of concerned) {
        const changes = { other: { id: before.id, number: before.number } };
        const act = each.id === wanted ? 'painPoint.gatheredOne' : 'painPoint.letGo';
        transaction.audit({ act, objectKind: 'PainPoint', objectId: each.id, changes });
      }
      const other = common ?? concerned[0];
      const changes = { commonId: { before: before.commonId, after: wanted } };
      return {
        act: common ? 'painPoint.joined' : 'painPoint.left',
        set: { commonId: wanted },
        changes: other ? { ...changes, other: { id: other.id, number: other.number } } : changes,
      };
    });
  }
}
