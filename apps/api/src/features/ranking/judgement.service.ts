import { Injectable } from '@nestjs/common';
import { ConflictError, ForbiddenError, RuleError } from '@touchstone/domain';
import { abilityToSql } from '../../platform/authz/ability-to-sql.js';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { abilityOf, type MemberPrincipal } from '../../platform/tenancy/principal.js';
import { Problems } from '../initiatives/index.js';
import { demandJudging, lockedRound } from './locked-round.js';
import { RankingReadModel } from './ranking.read-model.js';
import { PUT_AWAY } from './ranking-sql.js';
import type { RankingRoundType } from './ranking.type.js';

/** Takes what a judge thinks: a draft, or handed in, and changed as often as they like until the round ends. */
@Injectable()
export class JudgementService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rounds: RankingReadModel,
  ) {}

  /** Saved as a draft, what was handed in before is taken back: half of an order does not count as one. */
  save(
    member: MemberPrincipal,
    roundId: string,
    version: number,
    order: readonly string[],
    handIn: boolean,
    at = new Date(),
  ): Promise<RankingRoundType> {
    return this.unitOfWork.write(member, async (transaction) => {
      const round = await lockedRound(transaction, roundId, at, 'SHARE');
      await demandSeat(transaction, member, roundId, version);
      demandJudging(round);
      if (round.today > round.closes_on)
        throw new RuleError('RANKING_DAY_PASSED', `The last day to hand in was ${round.closes_on}.`, {
          day: round.closes_on,
        });
      await demandOrder(transaction, roundId, order, handIn);
      const { query, organizationId } = transaction;
      const mine = [organizationId, roundId, member.membershipId];
      await query('DELETE FROM judgement WHERE organization_id = $1 AND round_id = $2 AND membership_id = $3', mine);
      await query(
        `INSERT INTO judgement (organization_id, round_id, membership_id, opportunity_id, rank)
         SELECT $1::uuid, $2::uuid, $3::uuid, o.id, o.rank FROM unnest($4::uuid[]) WITH ORDINALITY AS o (id, rank)`,
        [...mine, order],
      );
      await query(
        `UPDATE ranking_judge SET judged_at = $4::timestamptz, version = version + 1
         WHERE organization_id = $1 AND round_id = $2 AND membership_id = $3`,
        [...mine, handIn ? at : null],
      );
      // That somebody judged is on record; how is nobody's business, the auditor's neither.
      const act = handIn ? 'ranking.handed_in' : 'ranking.draft_saved';
      transaction.audit({ act, objectKind: 'RankingRound', objectId: roundId });
      return this.rounds.oneIn(transaction, member, roundId);
    });
  }
}

async function demandSeat(
  { query, organizationId }: Transaction,
  member: MemberPrincipal,
  roundId: string,
  version: number,
): Promise<void> {
  const may = abilityToSql(abilityOf(member), 'run', 'Ranking', { membershipId: 'j.membership_id' }, 3);
  const [seat] = await query<{ excused: boolean; version: number; judgedAt: Date | null }>(
    `SELECT j.excused_at IS NOT NULL AS excused, j.version, j.judged_at AS "judgedAt" FROM ranking_judge j
     WHERE j.organization_id = $1 AND j.round_id = $2 AND ${may.sql} FOR UPDATE`,
    [organizationId, roundId, ...may.parameters],
  );
  if (!seat) throw new ForbiddenError('You are not one of the judges of this round.');
  if (seat.excused) throw new RuleError('RANKING_EXCUSED', 'You were excused from this round.');
  if (seat.version !== version)
    throw new ConflictError('Judgement', { id: roundId, judgedAt: seat.judgedAt, version: seat.version });
}

async function demandOrder(
  { query, organizationId }: Transaction,
  roundId: string,
  order: readonly string[],
  whole: boolean,
): Promise<void> {
  const rows = await query<{ id: string; number: number; away: boolean }>(
    `SELECT o.id, o.number, ${PUT_AWAY} AS away FROM ranking_item i
     JOIN opportunity o ON o.organization_id = i.organization_id AND o.id = i.opportunity_id
     WHERE i.organization_id = $1 AND i.round_id = $2 ORDER BY o.number`,
    [organizationId, roundId],
  );
  const problems = new Problems();
  const itemOf = (id: string) => rows.find((row) => row.id === id);
  if (new Set(order).size < order.length) problems.add('order', 'repeated', 'Something has two places.');
  if (order.some((id) => !itemOf(id))) problems.add('order', 'unknown', 'This is not in the round.');
  const away = order.map(itemOf).find((row) => row?.away);
  if (away)
    problems.add('order', 'put_away', `O-${away.number} was archived, parked or dismissed meanwhile. Load it anew.`, {
      number: away.number,
    });
  const lacking = rows.find((row) => !row.away && !order.includes(row.id));
  if (whole && lacking)
    problems.add('order', 'incomplete', `O-${lacking.number} has no place yet.`, { number: lacking.number });
  problems.throwIfAny();
}
