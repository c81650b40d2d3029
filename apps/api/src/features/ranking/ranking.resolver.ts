import { Args, ArgsType, Field, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { AgreementService } from './agreement.service.js';
import { JudgementService } from './judgement.service.js';
import { RankingReadModel } from './ranking.read-model.js';
import { RankingRoundService } from './ranking-round.service.js';
import { NewRankingRoundInput, RankingRoundInput, TouchpointWeightInput } from './ranking.input.js';
import {
  RankingRoundConnection,
  type RankingRoundSummaryType,
  RankingRoundType,
  RankingStateEnum,
  WeighedTouchpointType,
} from './ranking.type.js';
import { TouchpointWeightService } from './touchpoint-weight.service.js';

const idType = { type: () => ID };
const versionType = { type: () => Int };
const orderType = { type: () => [ID] };

@ArgsType()
class RankingListArgs {
  @Field(() => Int, { nullable: true, defaultValue: 25 }) first: number | null;
  @Field(() => String, { nullable: true }) after: string | null;
  @Field(() => String, { nullable: true }) search: string | null;
  @Field(() => [RankingStateEnum], { nullable: true }) states: RankingStateEnum[] | null;
  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'That wait for your judgement.' })
  waitingForMe: boolean | null;
}

@Resolver()
export class RankingResolver {
  constructor(
    private readonly read: RankingReadModel,
    private readonly rounds: RankingRoundService,
    private readonly judgements: JudgementService,
    private readonly agreements: AgreementService,
    private readonly weights: TouchpointWeightService,
  ) {}

  @Query(() => RankingRoundConnection, { description: 'The latest first.' })
  @Allow('read', 'Ranking')
  rankingRounds(
    @CurrentMember() member: MemberPrincipal,
    @Args() { search, states, waitingForMe, first, after }: RankingListArgs,
  ): Promise<Connection<RankingRoundSummaryType>> {
    const filter = { search: search ?? null, states: states ?? null, waitingForMe: waitingForMe ?? false };
    return this.read.list(member, filter, first ?? 25, after ?? null);
  }

  @Query(() => RankingRoundType)
  @Allow('read', 'Ranking')
  rankingRound(@CurrentMember() member: MemberPrincipal, @Args('id', idType) id: string): Promise<RankingRoundType> {
    return this.read.one(member, id);
  }

  @Mutation(() => RankingRoundType)
  @Allow('create', 'Ranking')
  openRankingRound(
    @CurrentMember() member: MemberPrincipal,
    @Args('input') input: NewRankingRoundInput,
  ): Promise<RankingRoundType> {
    return this.rounds.open(member, input);
  }

  @Mutation(() => RankingRoundType, { description: 'While judges judge. Whoever has handed in stays a judge.' })
  @Allow('update', 'Ranking')
  updateRankingRound(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('input') input: RankingRoundInput,
  ): Promise<RankingRoundType> {
    return this.rounds.update(member, id, version, input);
  }

  @Mutation(() => RankingRoundType, { description: 'Ends it without showing anything of what was judged.' })
  @Allow('update', 'Ranking')
  callOffRankingRound(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('reason') reason: string,
  ): Promise<RankingRoundType> {
    return this.rounds.callOff(member, id, version, reason);
  }

  @Mutation(() => RankingRoundType, {
    description: 'Ends the judging and shows both rankings. What the data says is kept as it is at this moment.',
  })
  @Allow('update', 'Ranking')
  revealRankingRound(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
  ): Promise<RankingRoundType> {
    return this.rounds.reveal(member, id, version);
  }

  @Mutation(() => RankingRoundType, {
    description:
      'By a judge, most important first, in the version of the own judgement that was seen. Not handed in, it is a draft, and what was handed in before is taken back.',
  })
  @Allow('run', 'Ranking')
  saveJudgement(
    @CurrentMember() member: MemberPrincipal,
    @Args('roundId', idType) roundId: string,
    @Args('version', versionType) version: number,
    @Args('order', orderType) order: string[],
    @Args('handIn') handIn: boolean,
  ): Promise<RankingRoundType> {
    return this.judgements.save(member, roundId, version, order, handIn);
  }

  @Mutation(() => RankingRoundType, {
    description:
      'Most important first. The reason is demanded where the order follows neither ranking and where it replaces an agreement.',
  })
  @Allow('update', 'Ranking')
  agreeOnRanking(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('order', orderType) order: string[],
    @Args('reason', { type: () => String, nullable: true }) reason: string | null,
  ): Promise<RankingRoundType> {
    return this.agreements.agree(member, id, version, order, reason ?? '');
  }

  @Mutation(() => WeighedTouchpointType, {
    description: 'What a touchpoint weighs in the data’s ranking; a number that is left out is not known any more.',
  })
  @Allow('update', 'Ranking')
  setTouchpointWeight(
    @CurrentMember() member: MemberPrincipal,
    @Args('touchpointId', idType) touchpointId: string,
    @Args('version', versionType) version: number,
    @Args('input') input: TouchpointWeightInput,
  ): Promise<WeighedTouchpointType> {
    return this.weights.set(member, touchpointId, version, input);
  }
}
