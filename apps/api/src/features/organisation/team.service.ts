import { Injectable } from '@nestjs/common';
import { ConflictError, NotFoundError, RuleError, ValidationError } from '@touchstone/domain';
import { changedFields } from '../../platform/audit/audit-entry.js';
import { compareAndSet } from '../../platform/database/compare-and-set.js';
import { unlessTaken } from '../../platform/database/unless-taken.js';
import { newId, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { graphqlName } from '../../platform/graphql/enum-names.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { checkedName } from '../identity/index.js';
import { demandActiveUnit, lockStructure } from './business-unit-tree.js';
import { TeamEntity, type TeamKind } from './team.entity.js';
import { TeamKindEnum, type TeamType } from './team.type.js';
import { TeamsReadModel } from './teams.read-model.js';

export interface TeamInput {
  readonly name: string;
  readonly kind: TeamKind;
  readonly businessUnitId: string | null;
}

type Changes = Partial<Pick<TeamEntity, 'name' | 'kind' | 'businessUnitId' | 'archivedAt' | 'validTo'>>;

/** Forms teams and dissolves them. */
@Injectable()
export class TeamService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly teams: TeamsReadModel,
  ) {}

  create(principal: Principal, input: TeamInput): Promise<TeamType> {
    const team = { ...input, name: checkedName(input.name) };
    return this.unitOfWork.write(principal, async (transaction) => {
      await lockStructure(transaction);
      if (team.businessUnitId) await demandActiveUnit(transaction, team.businessUnitId);
      const id = newId();
      const { organizationId } = transaction;
      await nameOnce(() => transaction.manager.getRepository(TeamEntity).insert({ organizationId, id, ...team }));
      transaction.audit({ act: 'team.created', objectKind: 'Team', objectId: id, changes: team });
      return this.teams.oneIn(transaction, id);
    });
  }

  update(principal: Principal, id: string, version: number, input: TeamInput): Promise<TeamType> {
    const team = { ...input, name: checkedName(input.name) };
    return this.change(principal, id, version, 'team.updated', async (transaction, before) => {
      if (team.businessUnitId && team.businessUnitId !== before.businessUnitId) {
        await demandActiveUnit(transaction, team.businessUnitId);
      }
      return team;
    });
  }

  /** Whoever was in the team is in it no longer; that they were stays on record. */
  archive(principal: Principal, id: string, version: number): Promise<TeamType> {
    return this.change(principal, id, version, 'team.archived', async ({ query, organizationId }) => {
      await query(
        'UPDATE team_membership SET valid_to = now() WHERE organization_id = $1 AND team_id = $2 AND valid_to IS NULL',
        [organizationId, id],
      );
      const now = new Date();
      return { archivedAt: now, validTo: now };
    });
  }

  private change(
    principal: Principal,
    id: string,
    version: number,
    act: string,
    decide: (transaction: Transaction, before: TeamEntity) => Promise<Changes>,
  ): Promise<TeamType> {
    return this.unitOfWork.write(principal, async (transaction) => {
      await lockStructure(transaction);
      const { organizationId, manager } = transaction;
      const before = await manager.getRepository(TeamEntity).findOneBy({ organizationId, id: rowId(id, 'Team') });
      if (!before) throw new NotFoundError('Team');
      if (before.version !== version) throw await this.lostRace(transaction, id);
      if (before.archivedAt) throw new RuleError('ARCHIVED', 'The team is archived.');
      const changes = await decide(transaction, before);
      await nameOnce(() => compareAndSet(transaction, TeamEntity, 'Team', id, version, changes));
      const changed = changedFields<Changes>(before, changes);
      transaction.audit({ act, objectKind: 'Team', objectId: id, changes: changed });
      return this.teams.oneIn(transaction, id);
    });
  }

  private async lostRace(transaction: Transaction, id: string): Promise<ConflictError> {
    const current = await this.teams.oneIn(transaction, id);
    return new ConflictError('Team', { ...current, kind: graphqlName(TeamKindEnum, current.kind) });
  }
}

const nameOnce = <T>(work: () => Promise<T>): Promise<T> =>
  unlessTaken(
    'team_name_once',
    () => ValidationError.of('name', 'taken', 'Another team of the organisation has this name.'),
    work,
  );
