import { Injectable } from '@nestjs/common';
import { RANKING_LIMITS, RuleError, ValidationError } from '@touchstone/domain';
import { validate as isUuid } from 'uuid';
import { changedFields } from '../../platform/audit/audit-entry.js';
import { changeRow, insertRow } from '../../platform/database/change-row.js';
import { newId, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { Problems } from '../initiatives/index.js';
import { demandJudging, demandVersion, lockedRound } from './locked-round.js';
import { RankingReadModel } from './ranking.read-model.js';
import { dataOf } from './ranking-result.js';
import { DATA_JSON, PUT_AWAY } from './ranking-sql.js';
import type { NewRankingRoundInput, RankingRoundInput } from './ranking.input.js';
import type { RankingRoundType, WeighedPainPointType } from './ranking.type.js';

/** Opens rounds, looks after their judges, and closes them. `at` is said where something is taken in that was done earlier. */
@Injectable()
export class RankingRoundService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rounds: RankingReadModel,
  ) {}

  open(member: MemberPrincipal, input: NewRankingRoundInput, at = new Date()): Promise<RankingRoundType> {
    return this.unitOfWork.write(member, async (transaction) => {
      const { query, organizationId } = transaction;
      await demandThere(transaction, input);
      const { judgeIds, opportunityIds, values } = valuesOf(input);
      const [day] = await query<{ today: string }>(
        'SELECT ($2::timestamptz AT TIME ZONE time_zone)::date::text AS today FROM organization WHERE id = $1',
        [organizationId, at],
      );
      demandDayToCome(values.closes_on, day!.today);
      await demandOpportunities(transaction, opportunityIds);
      await demandLeaders(transaction, judgeIds);
      const id = newId();
      await insertRow(transaction, 'ranking_round', { id, ...values, created_by: member.membershipId, created_at: at });
      for (const opportunity_id of opportunityIds)
        await insertRow(transaction, 'ranking_item', { round_id: id, opportunity_id });
      await seat(transaction, id, judgeIds);
      const changes = { ...values, opportunityIds, judgeIds };
      transaction.audit({ act: 'ranking.opened', objectKind: 'RankingRound', objectId: id, changes });
      return this.rounds.oneIn(transaction, member, id);
    });
  }

  /** Name, day and judges, while they judge. Whoever has handed in stays: what was handed in counts. */
  update(
    member: MemberPrincipal,
    id: string,
    version: number,
    input: RankingRoundInput,
    at = new Date(),
  ): Promise<RankingRoundType> {
    return this.unitOfWork.write(member, async (transaction) => {
      const round = await lockedRound(transaction, id, at, 'UPDATE');
      demandVersion(round, version);
      demandJudging(round);
      await demandThere(transaction, input);
      const { judgeIds, values } = valuesOf(input);
      if (values.closes_on !== round.closes_on) demandDayToCome(values.closes_on, round.today);
      const seats = await seatsOf(transaction, id);
      const seated = seats.filter(({ excused }) => !excused).map((judge) => judge.id);
      const leaving = seats.filter((judge) => !judge.excused && !judgeIds.includes(judge.id));
      const kept = leaving.find(({ judged }) => judged);
      if (kept)
        throw ValidationError.of('judgeIds', 'has_handed_in', `${kept.name} has handed in, and that counts.`, {
          name: kept.name,
        });
      await demandLeaders(
        transaction,
        judgeIds.filter((judge) => !seated.includes(judge)),
      );
      await transaction.query(
        `UPDATE ranking_judge SET excused_at = $4 WHERE organization_id = $1 AND round_id = $2 AND membership_id = ANY($3)`,
        [transaction.organizationId, id, leaving.map((judge) => judge.id), at],
      );
      await seat(transaction, id, judgeIds);
      await changeRow(transaction, 'ranking_round', 'RankingRound', id, version, values);
      const { name, closes_on } = round;
      const changes = changedFields<Record<string, unknown>>(
        { name, closes_on, judgeIds: seated.toSorted() },
        { ...values, judgeIds: judgeIds.toSorted() },
      );
      transaction.audit({ act: 'ranking.updated', objectKind: 'RankingRound', objectId: id, changes });
      return this.rounds.oneIn(transaction, member, id);
    });
  }

  /** Nothing that was judged in it is ever shown. */
  callOff(member: MemberPrincipal, id: string, version: number, why: string): Promise<RankingRoundType> {
    return this.unitOfWork.write(member, async (transaction) => {
      const round = await lockedRound(transaction, id, new Date(), 'UPDATE');
      const problems = new Problems();
      const reason = problems.text('reason', why, 2000, true);
      problems.throwIfAny();
      demandVersion(round, version);
      demandJudging(round);
      const values = { state: 'called_off', called_off_reason: reason };
      await changeRow(transaction, 'ranking_round', 'RankingRound', id, version, values);
      transaction.audit({ act: 'ranking.called_off', objectKind: 'RankingRound', objectId: id, changes: { reason } });
      return this.rounds.oneIn(transaction, member, id);
    });
  }

  /** Ends the judging: what the data says is kept as it is at this moment, and both rankings are shown. */
  reveal(member: MemberPrincipal, id: string, version: number, at = new Date()): Promise<RankingRoundType> {
    return this.unitOfWork.write(member, async (transaction) => {
      const round = await lockedRound(transaction, id, at, 'UPDATE');
      demandVersion(round, version);
      demandJudging(round);
      const handedIn = (await seatsOf(transaction, id)).filter(({ judged }) => judged).length;
      const minimum = RANKING_LIMITS.judges.min;
      if (handedIn < minimum)
        throw new RuleError('RANKING_TOO_FEW_JUDGES', `${handedIn} handed in; ${minimum} are needed.`, {
          handedIn,
          minimum,
        });
      const left = await keepData(transaction, id);
      if (left < RANKING_LIMITS.items.min)
        throw new RuleError('RANKING_TOO_FEW_ITEMS', 'Too few of the opportunities are still there.', {
          left,
          minimum: RANKING_LIMITS.items.min,
        });
      const values = { state: 'revealed', revealed_at: at, revealed_by: member.membershipId };
      await changeRow(transaction, 'ranking_round', 'RankingRound', id, version, values);
      const changes = { handedIn, compared: left };
      transaction.audit({ act: 'ranking.revealed', objectKind: 'RankingRound', objectId: id, changes });
      return this.rounds.oneIn(transaction, member, id);
    });
  }
}

/** Writes down scores and what they were worked out from; says how many opportunities are left to compare. */
async function keepData({ query, organizationId }: Transaction, roundId: string): Promise<number> {
  const rows = await query<{ id: string; putAway: boolean; painPoints: WeighedPainPointType[] }>(
    `SELECT o.id, ${PUT_AWAY} AS "putAway", ${DATA_JSON} AS "painPoints"
     FROM ranking_item i JOIN opportunity o ON o.organization_id = i.organization_id AND o.id = i.opportunity_id
     WHERE i.organization_id = $1 AND i.round_id = $2 ORDER BY o.number`,
    [organizationId, roundId],
  );
  const { scores } = dataOf(rows);
  const kept = rows.map(({ id, putAway, painPoints }, index) => ({ id, putAway, painPoints, score: scores[index] }));
  await query(
    `UPDATE ranking_item i SET data_score = k.score, data_inputs = k."painPoints", left_out = k."putAway"
     FROM jsonb_to_recordset($3::jsonb) AS k (id uuid, "putAway" boolean, "painPoints" jsonb, score double precision)
     WHERE i.organization_id = $1 AND i.round_id = $2 AND i.opportunity_id = k.id`,
    [organizationId, roundId, JSON.stringify(kept)],
  );
  return rows.filter(({ putAway }) => !putAway).length;
}

interface Seat {
  readonly id: string;
  readonly name: string;
  readonly judged: boolean;
  readonly excused: boolean;
}

const seatsOf = ({ query, organizationId }: Transaction, roundId: string): Promise<Seat[]> =>
  query<Seat>(
    `SELECT j.membership_id AS id, m.name, j.judged_at IS NOT NULL AS judged, j.excused_at IS NOT NULL AS excused
     FROM ranking_judge j JOIN membership m ON m.organization_id = j.organization_id AND m.id = j.membership_id
     WHERE j.organization_id = $1 AND j.round_id = $2`,
    [organizationId, roundId],
  );

/** Whoever was excused may be asked again; what they had begun is still theirs. */
async function seat(
  { query, organizationId }: Transaction,
  roundId: string,
  judgeIds: readonly string[],
): Promise<void> {
  await query(
    `INSERT INTO ranking_judge (organization_id, round_id, membership_id)
     SELECT $1::uuid, $2::uuid, unnest($3::uuid[])
     ON CONFLICT (organization_id, round_id, membership_id) DO UPDATE SET excused_at = NULL
     WHERE ranking_judge.excused_at IS NOT NULL`,
    [organizationId, roundId, judgeIds],
  );
}

function valuesOf(input: RankingRoundInput & Partial<NewRankingRoundInput>) {
  const problems = new Problems();
  const { judges, items } = RANKING_LIMITS;
  const several = (
    path: 'judgeIds' | 'opportunityIds',
    ids: readonly string[],
    { min, max }: typeof judges | typeof items,
  ) => {
    const each = [...new Set(ids)];
    if (each.length < min) problems.add(path, 'too_few', `Choose at least ${min}.`, { minimum: min });
    if (each.length > max) problems.add(path, 'too_many', `Choose at most ${max}.`, { maximum: max });
    return each;
  };
  const values = { name: problems.text('name', input.name, 200, true), closes_on: input.closesOn };
  const judgeIds = several('judgeIds', input.judgeIds, judges);
  const opportunityIds = input.opportunityIds ? several('opportunityIds', input.opportunityIds, items) : [];
  problems.throwIfAny();
  return { values, judgeIds, opportunityIds };
}

function demandDayToCome(closesOn: string, today: string): void {
  if (closesOn < today) throw ValidationError.of('closesOn', 'in_the_past', 'Choose a day that is still to come.');
}

/** Before anything else is said of an input: of what is elsewhere nothing else is said. */
async function demandThere(
  { query, organizationId }: Transaction,
  { judgeIds, opportunityIds = [] }: RankingRoundInput & Partial<NewRankingRoundInput>,
): Promise<void> {
  const problems = new Problems();
  for (const [path, table, named] of [
    ['judgeIds', 'membership', judgeIds],
    ['opportunityIds', 'opportunity', opportunityIds],
  ] as const) {
    const ids = [...new Set(named)];
    const [row] = await query<{ found: number }>(
      `SELECT count(*)::int AS found FROM ${table} WHERE organization_id = $1 AND id = ANY($2)`,
      [organizationId, ids.filter((id) => isUuid(id))],
    );
    if (row!.found < ids.length) problems.add(path, 'unknown', 'This does not exist any more. Choose another one.');
  }
  problems.throwIfAny();
}

async function demandOpportunities({ query, organizationId }: Transaction, ids: readonly string[]): Promise<void> {
  const rows = await query<{ number: number; away: boolean }>(
    `SELECT o.number, ${PUT_AWAY} AS away FROM opportunity o WHERE o.organization_id = $1 AND o.id = ANY($2) FOR SHARE`,
    [organizationId, ids],
  );
  const away = rows.find((row) => row.away);
  if (away)
    throw ValidationError.of('opportunityIds', 'put_away', `O-${away.number} was archived, parked or dismissed.`, {
      number: away.number,
    });
}

/** Executives and team leads judge; the programme office looks after the round and sees what the data side lacks. */
async function demandLeaders({ query, organizationId }: Transaction, ids: readonly string[]): Promise<void> {
  const rows = await query<{ name: string; leads: boolean; hasLeft: boolean }>(
    `SELECT name, role IN ('executive', 'team_lead') AS leads, coalesce(valid_to <= now(), false) AS "hasLeft"
     FROM membership WHERE organization_id = $1 AND id = ANY($2)`,
    [organizationId, ids],
  );
  const gone = rows.find(({ hasLeft }) => hasLeft);
  if (gone)
    throw ValidationError.of('judgeIds', 'has_left', `${gone.name} is no member any more.`, { name: gone.name });
  const other = rows.find(({ leads }) => !leads);
  if (other)
    throw ValidationError.of('judgeIds', 'not_a_leader', `${other.name} is neither executive nor team lead.`, {
      name: other.name,
    });
}
