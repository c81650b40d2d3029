import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import {
  AgreementService,
  JudgementService,
  RankingReadModel,
  RankingRoundService,
  RankingStateEnum,
  TouchpointWeightService,
} from '../ranking/index.js';
import { idsOf, memberOf, type SampleCast } from './sample-cast.js';
import { atNoonOf, dayFrom } from './sample-days.js';
import type { SampleRanking, SampleWeight } from './sample-ranking.js';

/** Days ago of which the weights speak. */
const WEIGHED = -120;

/** What touchpoints weigh, and the rounds in which leaders and data ranked. */
@Injectable()
export class SampleRankingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly weights: TouchpointWeightService,
    private readonly rounds: RankingRoundService,
    private readonly judgements: JudgementService,
    private readonly agreements: AgreementService,
    private readonly read: RankingReadModel,
  ) {}

  async weigh(office: MemberPrincipal, { touchpoints }: SampleCast, samples: readonly SampleWeight[]): Promise<void> {
    const known = new Set(
      await this.idsIn(office, 'SELECT touchpoint_id AS id FROM touchpoint_weight WHERE organization_id = $1'),
    );
    for (const { touchpoint, weight, volume } of samples) {
      const id = touchpoints.get(touchpoint);
      if (!id || known.has(id)) continue;
      await this.weights.set(office, id, 0, {
        driverWeight: weight?.[0],
        driverWeightN: weight?.[1],
        driverWeightSource: weight && 'Survey of relationships, relative weights of the drivers',
        driverWeightAsOf: weight && dayFrom(WEIGHED),
        volume: volume?.[0],
        volumeSource: volume?.[1],
        volumeAsOf: volume && dayFrom(WEIGHED),
      });
    }
  }

  async load(
    cast: SampleCast,
    samples: readonly SampleRanking[],
    opportunities: ReadonlyMap<string, string>,
  ): Promise<void> {
    const office = memberOf(cast, 'Lin Yue');
    for (const sample of samples) {
      const id = await this.opened(office, cast, sample, opportunities);
      for (const [name, day, order] of sample.orders) {
        const judge = memberOf(cast, name);
        const { state, myVersion } = await this.read.one(judge, id);
        if (state === RankingStateEnum.JUDGING && myVersion === 0)
          await this.judgements.save(judge, id, 0, idsOf(opportunities, order), true, atNoonOf(day));
      }
      const { revealed, agreed } = sample;
      let round = await this.read.one(office, id);
      if (revealed !== undefined && round.state === RankingStateEnum.JUDGING)
        round = await this.rounds.reveal(office, id, round.version, atNoonOf(revealed));
      if (agreed && round.state === RankingStateEnum.REVEALED) {
        const order = idsOf(opportunities, agreed.order);
        await this.agreements.agree(office, id, round.version, order, agreed.reason, atNoonOf(agreed.day));
      }
    }
  }

  private async opened(
    office: MemberPrincipal,
    cast: SampleCast,
    { name, opened, closesOn, items, judges }: SampleRanking,
    opportunities: ReadonlyMap<string, string>,
  ): Promise<string> {
    const [known] = await this.idsIn(
      office,
      'SELECT id FROM ranking_round WHERE organization_id = $1 AND name = $2',
      name,
    );
    if (known) return known;
    const input = {
      name,
      closesOn: dayFrom(closesOn),
      opportunityIds: idsOf(opportunities, items),
      judgeIds: judges.map((judge) => memberOf(cast, judge).membershipId),
    };
    return (await this.rounds.open(office, input, atNoonOf(opened))).id;
  }

  private async idsIn(office: MemberPrincipal, sql: string, ...values: string[]): Promise<string[]> {
    const rows = await this.unitOfWork.read(office, ({ query, organizationId }) =>
      query<{ id: string }>(sql, [organizationId, ...values]),
    );
    return rows.map(({ id }) => id);
  }
}
