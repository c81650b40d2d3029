import { ConflictError, NotFoundError, RuleError } from '@touchstone/domain';
import type { Transaction } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';

export interface LockedRound {
  readonly id: string;
  readonly name: string;
  readonly closes_on: string;
  readonly state: string;
  readonly version: number;
  /** The day at the organisation's seat on which something is done to it. */
  readonly today: string;
}

/** The round, held until the end of the transaction: against every other act, or by a judge against its end alone. */
export async function lockedRound(
  { query, organizationId }: Transaction,
  id: string,
  at: Date,
  lock: 'UPDATE' | 'SHARE',
): Promise<LockedRound> {
  const [row] = await query<{ round: LockedRound }>(
    `SELECT to_jsonb(r) || jsonb_build_object('today', ($3::timestamptz AT TIME ZONE z.time_zone)::date) AS round
     FROM ranking_round r JOIN organization z ON z.id = r.organization_id
     WHERE r.organization_id = $1 AND r.id = $2 FOR ${lock} OF r`,
    [organizationId, rowId(id, 'RankingRound'), at],
  );
  if (!row) throw new NotFoundError('RankingRound');
  return row.round;
}

/** Whoever comes second is told what became of the round meanwhile. */
export function demandVersion({ id, name, state, closes_on, version: current }: LockedRound, version: number): void {
  if (current !== version)
    throw new ConflictError('RankingRound', {
      id,
      name,
      state: state.toUpperCase(),
      closesOn: closes_on,
      version: current,
    });
}

export function demandJudging({ state }: LockedRound): void {
  if (state === 'called_off') throw new RuleError('RANKING_CALLED_OFF', 'The round was called off.');
  if (state !== 'judging')
    throw new RuleError('RANKING_REVEALED', 'The round is over: what was judged in it stays as it is.');
}
