import { Args, ArgsType, Field, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { DateOnly } from '../../platform/graphql/scalars.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import {
  GatedStageEnum,
  InitiativeStageEnum,
  LateKindEnum,
  LaunchMarkEnum,
  LaunchOutcomeEnum,
} from './initiative.enums.js';
import { InitiativeInput } from './initiative.input.js';
import { InitiativeService } from './initiative.service.js';
import { InitiativeStageService } from './initiative-stage.service.js';
import { InitiativeConnection, type InitiativeSummaryType, InitiativeType } from './initiative.type.js';
import { InitiativesReadModel } from './initiatives.read-model.js';

const idType = { type: () => ID };
const versionType = { type: () => Int };

@ArgsType()
class InitiativeListArgs {
  @Field(() => Int, { nullable: true, defaultValue: 25 }) first: number | null;
  @Field(() => String, { nullable: true }) after: string | null;
  @Field(() => String, { nullable: true, description: 'Words, or a number such as I-12.' }) search: string | null;
  @Field(() => [InitiativeStageEnum], { nullable: true }) stages: InitiativeStageEnum[] | null;
  @Field(() => ID, { nullable: true }) teamId: string | null;
  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'That you own or sponsor.' })
  mine: boolean | null;
  @Field(() => Boolean, { nullable: true, defaultValue: false }) late: boolean | null;
  @Field(() => Boolean, { nullable: true, defaultValue: false }) includeArchived: boolean | null;
  @Field(() => ID, { nullable: true }) sponsorId: string | null;
  @Field(() => ID, { nullable: true, description: 'That work for a metric of this goal.' }) goalId: string | null;
  @Field(() => LaunchOutcomeEnum, { nullable: true }) outcome: LaunchOutcomeEnum | null;
  @Field(() => LaunchMarkEnum, { nullable: true }) mark: LaunchMarkEnum | null;
  @Field(() => LateKindEnum, { nullable: true }) lateBy: LateKindEnum | null;
  @Field(() => Int, { nullable: true, description: 'With effort, a place on the map.' }) value: number | null;
  @Field(() => Int, { nullable: true }) effort: number | null;
  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Without a place on the map.' })
  unestimated: boolean | null;
  @Field(() => DateOnly, { nullable: true }) launchedFrom: string | null;
  @Field(() => DateOnly, { nullable: true, description: 'The day after the last.' }) launchedTo: string | null;
}

@Resolver()
export class InitiativesResolver {
  constructor(
    private readonly read: InitiativesReadModel,
    private readonly service: InitiativeService,
    private readonly stages: InitiativeStageService,
  ) {}

  @Query(() => InitiativeConnection)
  @Allow('read', 'Initiative')
  initiatives(
    @CurrentMember() member: MemberPrincipal,
    @Args() args: InitiativeListArgs,
  ): Promise<Connection<InitiativeSummaryType>> {
    const filter = {
      search: args.search ?? null,
      stages: args.stages ?? null,
      teamId: args.teamId ?? null,
      mine: args.mine ?? false,
      late: args.late ?? false,
      includeArchived: args.includeArchived ?? false,
      narrowed: {
        sponsorId: args.sponsorId ?? null,
        goalId: args.goalId ?? null,
        outcome: args.outcome ?? null,
        mark: args.mark ?? null,
        lateBy: args.lateBy ?? null,
        value: args.value ?? null,
        effort: args.effort ?? null,
        unestimated: args.unestimated ?? false,
        launchedFrom: args.launchedFrom ?? null,
        launchedTo: args.launchedTo ?? null,
      },
    };
    return this.read.list(member, filter, args.first ?? 25, args.after ?? null);
  }

  @Query(() => InitiativeType)
  @Allow('read', 'Initiative')
  initiative(@CurrentMember() member: MemberPrincipal, @Args('id', idType) id: string): Promise<InitiativeType> {
    return this.read.one(member, id);
  }

  @Mutation(() => InitiativeType)
  @Allow('create', 'Initiative')
  createInitiative(
    @CurrentMember() member: MemberPrincipal,
    @Args('input') input: InitiativeInput,
    @Args('opportunityId', { type: () => ID, nullable: true, description: 'The opportunity that it acts upon.' })
    opportunityId: string | null,
  ): Promise<InitiativeType> {
    return this.service.create(member, input, opportunityId ?? null);
  }

  @Mutation(() => InitiativeType)
  @Allow('update', 'Initiative')
  updateInitiative(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('input') input: InitiativeInput,
  ): Promise<InitiativeType> {
    return this.service.update(member, id, version, input);
  }

  @Mutation(() => InitiativeType)
  @Allow('archive', 'Initiative')
  archiveInitiative(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
  ): Promise<InitiativeType> {
    return this.service.archive(member, id, version, true);
  }

  @Mutation(() => InitiativeType)
  @Allow('archive', 'Initiative')
  restoreInitiative(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
  ): Promise<InitiativeType> {
    return this.service.archive(member, id, version, false);
  }

  @Mutation(() => InitiativeType, { description: 'Refused with everything that is still missing.' })
  @Allow('run', 'Initiative')
  enterInitiativeStage(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('to', { type: () => InitiativeStageEnum }) to: InitiativeStageEnum,
    @Args('reason', { type: () => String, nullable: true }) reason: string | null,
    @Args('launchedOn', { type: () => DateOnly, nullable: true }) launchedOn: string | null,
  ): Promise<InitiativeType> {
    return this.stages.enter(member, id, version, { to, reason: reason ?? '', launchedOn: launchedOn ?? null });
  }

  @Query(() => [GatedStageEnum], { description: 'Stages that nobody enters here without a decision.' })
  @Allow('read', 'Initiative')
  stageGates(@CurrentMember() member: MemberPrincipal): Promise<GatedStageEnum[]> {
    return this.stages.gates(member);
  }

  @Mutation(() => [GatedStageEnum])
  @Allow('archive', 'Initiative')
  setStageGates(
    @CurrentMember() member: MemberPrincipal,
    @Args('stages', { type: () => [GatedStageEnum] }) stages: GatedStageEnum[],
  ): Promise<GatedStageEnum[]> {
    return this.stages.setGates(member, stages);
  }
}
