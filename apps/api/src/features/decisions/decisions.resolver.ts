import { Args, ArgsType, Field, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { GatedStageEnum } from '../initiatives/index.js';
import { DecisionService } from './decision.service.js';
import { DecidingInput, DecisionConnection, DecisionInput, DecisionStateEnum, DecisionType } from './decision.type.js';
import { DecisionsReadModel } from './decisions.read-model.js';

const idType = { type: () => ID };
const versionType = { type: () => Int };

@ArgsType()
class DecisionListArgs {
  @Field(() => Int, { nullable: true, defaultValue: 25 }) first: number | null;
  @Field(() => String, { nullable: true }) after: string | null;
  @Field(() => String, { nullable: true, description: 'Words, or a number such as D-12.' }) search: string | null;
  @Field(() => [DecisionStateEnum], { nullable: true }) states: DecisionStateEnum[] | null;
  @Field(() => ID, { nullable: true }) initiativeId: string | null;
  @Field(() => Boolean, { nullable: true, defaultValue: false }) waitingForMe: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Whose forecast nobody has looked back on.',
  })
  forecastOpen: boolean | null;
}

@Resolver()
export class DecisionsResolver {
  constructor(
    private readonly read: DecisionsReadModel,
    private readonly service: DecisionService,
  ) {}

  @Query(() => DecisionConnection)
  @Allow('read', 'Decision')
  decisions(
    @CurrentMember() member: MemberPrincipal,
    @Args() args: DecisionListArgs,
  ): Promise<Connection<DecisionType>> {
    const filter = {
      search: args.search ?? null,
      states: args.states ?? null,
      initiativeId: args.initiativeId ?? null,
      waitingForMe: args.waitingForMe ?? false,
      forecastOpen: args.forecastOpen ?? false,
    };
    return this.read.list(member, filter, args.first ?? 25, args.after ?? null);
  }

  @Query(() => DecisionType)
  @Allow('read', 'Decision')
  decision(@CurrentMember() member: MemberPrincipal, @Args('id', idType) id: string): Promise<DecisionType> {
    return this.read.one(member, id);
  }

  @Mutation(() => DecisionType)
  @Allow('create', 'Decision')
  askForDecision(
    @CurrentMember() member: MemberPrincipal,
    @Args('initiativeId', { type: () => ID, nullable: true }) initiativeId: string | null,
    @Args('opensStage', { type: () => GatedStageEnum, nullable: true }) opensStage: GatedStageEnum | null,
    @Args('input') input: DecisionInput,
  ): Promise<DecisionType> {
    return this.service.ask(member, { initiativeId: initiativeId ?? null, opensStage: opensStage ?? null }, input);
  }

  @Mutation(() => DecisionType, { description: 'While it waits.' })
  @Allow('update', 'Decision')
  updateDecision(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('input') input: DecisionInput,
  ): Promise<DecisionType> {
    return this.service.update(member, id, version, input);
  }

  @Mutation(() => DecisionType, { description: 'While it waits. What was asked stays readable, with the reason.' })
  @Allow('update', 'Decision')
  takeDecisionBack(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('reason') reason: string,
  ): Promise<DecisionType> {
    return this.service.takeBack(member, id, version, reason);
  }

  @Mutation(() => DecisionType, { description: 'By the decider alone, once.' })
  @Allow('run', 'Decision')
  decide(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('input') input: DecidingInput,
  ): Promise<DecisionType> {
    return this.service.decide(member, id, version, input);
  }

  @Mutation(() => DecisionType)
  @Allow('update', 'Decision')
  scoreForecast(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('cameTrue') cameTrue: boolean,
  ): Promise<DecisionType> {
    return this.service.score(member, id, version, cameTrue);
  }
}
