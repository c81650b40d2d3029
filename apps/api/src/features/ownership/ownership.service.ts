import { Injectable } from '@nestjs/common';
import {
  ConflictError,
  type DayRange,
  NotFoundError,
  type OwnershipPeriod,
  periodInTheWay,
  RuleError,
  ValidationError,
} from '@touchstone/domain';
import { newId, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { spoken, TouchpointService, TouchpointsReadModel, type TouchpointType } from '../touchpoints/index.js';
import { OwnershipEntity } from './ownership.entity.js';
import type { OwnershipInput } from './ownership.input.js';

/** Gives teams their part in a touchpoint, from one day to another. */
@Injectable()
export class OwnershipService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly touchpoints: TouchpointsReadModel,
    private readonly library: TouchpointService,
  ) {}

  assign(principal: Principal, touchpointId: string, input: OwnershipInput): Promise<TouchpointType> {
    return this.unitOfWork.write(principal, async (transaction) => {
      await this.assignIn(transaction, touchpointId, input);
      return this.touchpoints.oneIn(transaction, touchpointId);
    });
  }

  async assignIn(transaction: Transaction, touchpointId: string, input: OwnershipInput): Promise<void> {
    const wanted = { ...input, validTo: input.validTo ?? null };
    await demandActiveTeam(transaction, input.teamId);
    await this.library.locked(transaction, touchpointId);
    const touchpoint = await this.touchpoints.oneIn(transaction, touchpointId);
    if (touchpoint.archivedAt) throw new RuleError('ARCHIVED', 'The touchpoint is archived.');
    demandDays(wanted);
    demandFree(touchpoint, wanted);
    const { organizationId, principal } = transaction;
    const id = newId();
    const createdBy = principal.kind === 'member' ? principal.membershipId : null;
    await transaction.manager
      .getRepository(OwnershipEntity)
      .insert({ organizationId, id, touchpointId, ...wanted, createdBy });
    transaction.audit({
      act: 'ownership.assigned',
      objectKind: 'Touchpoint',
      objectId: touchpointId,
      changes: wanted,
    });
  }

  /** Sets the day on which a period ends, or takes its end away. `seen` is the end the caller was shown. */
  end(principal: Principal, id: string, validTo: string | null, seen: string | null): Promise<TouchpointType> {
    return this.change(principal, id, 'ownership.end_moved', async (transaction, touchpoint, period) => {
      if (period.validTo !== seen) throw new ConflictError('Ownership', spoken(touchpoint));
      demandDays({ validFrom: period.validFrom, validTo });
      demandFree(touchpoint, { ...period, validTo });
      const { organizationId, manager } = transaction;
      await manager.getRepository(OwnershipEntity).update({ organizationId, id }, { validTo });
      return { ownershipId: id, validTo: { before: period.validTo, after: validTo } };
    });
  }

  /** Takes back what has not begun yet, or begins today; what held for a day stays on record and can only end. */
  withdraw(principal: Principal, id: string): Promise<TouchpointType> {
    return this.change(principal, id, 'ownership.withdrawn', async (transaction, touchpoint, period) => {
      if (period.validFrom < touchpoint.today) {
        throw new RuleError('OWNERSHIP_HELD', 'The period has held already.', { from: period.validFrom });
      }
      const { organizationId, manager } = transaction;
      await manager.getRepository(OwnershipEntity).delete({ organizationId, id });
      const { teamId, responsibility, validFrom, validTo } = period;
      return { teamId, responsibility, validFrom, validTo };
    });
  }

  private change(
    principal: Principal,
    id: string,
    act: string,
    decide: (
      transaction: Transaction,
      touchpoint: TouchpointType,
      period: TouchpointType['ownership'][number],
    ) => Promise<Record<string, unknown>>,
  ): Promise<TouchpointType> {
    return this.unitOfWork.write(principal, async (transaction) => {
      const { organizationId, manager } = transaction;
      const row = await manager
        .getRepository(OwnershipEntity)
        .findOneBy({ organizationId, id: rowId(id, 'Ownership') });
      if (!row) throw new NotFoundError('Ownership');
      const { touchpointId } = row;
      await this.library.locked(transaction, touchpointId);
      const touchpoint = await this.touchpoints.oneIn(transaction, touchpointId);
      // Looked for again, because it may have changed or gone while we waited for the lock.
      const period = touchpoint.ownership.find((each) => each.id === id);
      if (!period) throw new NotFoundError('Ownership');
      const changes = await decide(transaction, touchpoint, period);
      transaction.audit({ act, objectKind: 'Touchpoint', objectId: touchpointId, changes });
      return this.touchpoints.oneIn(transaction, touchpointId);
    });
  }
}

export async function demandActiveTeam({ query, organizationId }: Transaction, teamId: string): Promise<void> {
  // Locked against being archived until we are done.
  const [team] = await query<{ archived: boolean }>(
    'SELECT archived_at IS NOT NULL AS archived FROM team WHERE organization_id = $1 AND id = $2 FOR SHARE',
    [organizationId, rowId(teamId, 'Team')],
  );
  if (!team) throw new NotFoundError('Team');
  if (team.archived) throw ValidationError.of('teamId', 'archived', 'An archived team takes nothing over.');
}

function demandDays({ validFrom, validTo }: DayRange): void {
  if (validTo !== null && validTo <= validFrom) {
    throw ValidationError.of('validTo', 'before_start', 'It must end on a later day than it begins.');
  }
}

/** What the database would refuse without a word of whose period it is. */
function demandFree(
  touchpoint: TouchpointType,
  wanted: Omit<OwnershipPeriod, 'id' | 'touchpointId'> & { id?: string },
): void {
  const periods = touchpoint.ownership.map((period) => ({ ...period, touchpointId: touchpoint.id }));
  const taken = periodInTheWay(periods, wanted);
  if (!taken) return;
  const { teamName: team, validFrom: from, validTo: to } = taken;
  const field = wanted.id ? 'validTo' : 'validFrom';
  throw to === null
    ? ValidationError.of(field, 'open_period_in_the_way', `${team} has this part from ${from} on.`, { team, from })
    : ValidationError.of(field, 'period_in_the_way', `${team} has this part from ${from} until ${to}.`, {
        team,
        from,
        to,
      });
}
