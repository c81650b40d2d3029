import { Injectable } from '@nestjs/common';
import { reasonDemanded, RuleError } from '@touchstone/domain';
import { changeRow, insertRow } from '../../platform/database/change-row.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { Problems } from '../initiatives/index.js';
import { demandVersion, lockedRound } from './locked-round.js';
import { RankingReadModel } from './ranking.read-model.js';
import type { RankingRoundType } from './ranking.type.js';

/** Writes down what the board settled on, and why. A later agreement stands beside the earlier ones. */
@Injectable()
export class AgreementService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rounds: RankingReadModel,
  ) {}

  agree(
    member: MemberPrincipal,
    id: string,
    version: number,
    order: readonly string[],
    why: string,
    at = new Date(),
  ): Promise<RankingRoundType> {
    return this.unitOfWork.write(member, async (transaction) => {
      const locked = await lockedRound(transaction, id, at, 'UPDATE');
      demandVersion(locked, version);
      const { result, agreements } = await this.rounds.oneIn(transaction, member, id);
      if (!result)
        throw new RuleError('RANKING_NOT_REVEALED', 'Close the round first: there is nothing to agree upon yet.');
      const ranks = (side: 'leadersRank' | 'dataRank') =>
        Object.fromEntries(result.items.map((item) => [item.id, item[side]]));
      const demanded = reasonDemanded(order, ranks('leadersRank'), ranks('dataRank'), agreements.length);
      const problems = new Problems();
      const ids = result.items.map((item) => item.id);
      const whole = order.length === ids.length && ids.every((each) => order.includes(each));
      if (!whole) problems.add('order', 'incomplete', 'Give each opportunity that was compared one place.');
      const reason = problems.text('reason', why, 4000, whole && demanded);
      problems.throwIfAny();
      const number = agreements.length + 1;
      await insertRow(transaction, 'ranking_agreement', {
        round_id: id,
        number,
        opportunity_ids: order,
        reason,
        agreed_by: member.membershipId,
        agreed_at: at,
      });
      await changeRow(transaction, 'ranking_round', 'RankingRound', id, version, { state: 'agreed' });
      const changes = { number, order, reason };
      transaction.audit({ act: 'ranking.agreed', objectKind: 'RankingRound', objectId: id, changes });
      return this.rounds.oneIn(transaction, member, id);
    });
  }
}
