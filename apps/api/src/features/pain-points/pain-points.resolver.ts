import { Args, ArgsType, Field, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { IsOptional, Max, Min } from 'class-validator';
import { Allow } from '../../platform/authz/allow.decorator.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { CausesService } from './causes.service.js';
import { GatherService } from './gather.service.js';
import { MergeService } from './merge.service.js';
import { PainPointKindEnum, PainPointOrderEnum, PainPointStateEnum } from './pain-point.enums.js';
import { CauseInput, PainPointInput } from './pain-point.input.js';
import { PainPointService } from './pain-point.service.js';
import { PainPointConnection, type PainPointSummaryType, PainPointType } from './pain-point.type.js';
import { PainPointsReadModel } from './pain-points.read-model.js';

const idType = { type: () => ID };
const versionType = { type: () => Int };

@ArgsType()
class PainPointListArgs {
  @Field(() => Int, { nullable: true, defaultValue: 25 }) first: number | null;
  @Field(() => String, { nullable: true }) after: string | null;
  @Field(() => String, { nullable: true, description: 'In title and description, or a number such as P-12.' })
  search: string | null;
  @Field(() => PainPointStateEnum, { nullable: true }) state: PainPointStateEnum | null;
  @Field(() => PainPointKindEnum, { nullable: true }) kind: PainPointKindEnum | null;
  @Field(() => ID, { nullable: true }) touchpointId: string | null;
  @Field(() => ID, { nullable: true }) journeyId: string | null;
  @Field(() => Int, { nullable: true, description: '1 to 5.' })
  @IsOptional()
  @Min(1)
  @Max(5)
  severityAtLeast: number | null;
  @Field(() => Boolean, { nullable: true, defaultValue: false }) withoutInitiative: boolean | null;
  @Field(() => PainPointOrderEnum, { nullable: true, defaultValue: PainPointOrderEnum.NUMBER })
  orderBy: PainPointOrderEnum | null;
  @Field(() => Boolean, { nullable: true, defaultValue: false }) ascending: boolean | null;
  @Field(() => Boolean, { nullable: true, defaultValue: false }) includeArchived: boolean | null;
}

@Resolver()
export class PainPointsResolver {
  constructor(
    private readonly read: PainPointsReadModel,
    private readonly service: PainPointService,
    private readonly causes: CausesService,
    private readonly gathering: GatherService,
    private readonly merging: MergeService,
  ) {}

  @Query(() => PainPointConnection)
  @Allow('read', 'PainPoint')
  painPoints(
    @CurrentMember() member: MemberPrincipal,
    @Args() args: PainPointListArgs,
  ): Promise<Connection<PainPointSummaryType>> {
    const filter = {
      search: args.search ?? null,
      state: args.state ?? null,
      kind: args.kind ?? null,
      touchpointId: args.touchpointId ?? null,
      journeyId: args.journeyId ?? null,
      severityAtLeast: args.severityAtLeast ?? null,
      withoutInitiative: args.withoutInitiative ?? false,
      includeArchived: args.includeArchived ?? false,
    };
    const sort = { by: args.orderBy ?? PainPointOrderEnum.NUMBER, ascending: args.ascending ?? false };
    return this.read.list(member, filter, sort, args.first ?? 25, args.after ?? null);
  }

  @Query(() => PainPointType)
  @Allow('read', 'PainPoint')
  painPoint(@CurrentMember() member: MemberPrincipal, @Args('id', idType) id: string): Promise<PainPointType> {
    return this.read.one(member, id);
  }

  @Mutation(() => PainPointType)
  @Allow('create', 'PainPoint')
  createPainPoint(
    @CurrentMember() member: MemberPrincipal,
    @Args('input') input: PainPointInput,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<PainPointType> {
    return this.service.create(member, input, key);
  }

  @Mutation(() => PainPointType, { description: 'Touchpoints and personas that are not given stay as they are.' })
  @Allow('update', 'PainPoint')
  updatePainPoint(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('input') input: PainPointInput,
  ): Promise<PainPointType> {
    return this.service.update(member, id, version, input);
  }

  @Mutation(() => PainPointType, { description: 'To one of its nextStates; some ask for a reason.' })
  @Allow('update', 'PainPoint')
  movePainPoint(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('to', { type: () => PainPointStateEnum }) to: PainPointStateEnum,
    @Args('reason', { type: () => String, nullable: true }) reason: string | null,
  ): Promise<PainPointType> {
    return this.service.move(member, id, version, to, reason ?? '');
  }

  @Mutation(() => PainPointType, { description: 'A false highlight says why it is one.' })
  @Allow('update', 'PainPoint')
  classifyPainPoint(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('kind', { type: () => PainPointKindEnum }) kind: PainPointKindEnum,
    @Args('reason', { type: () => String, nullable: true }) reason: string | null,
  ): Promise<PainPointType> {
    return this.service.classify(member, id, version, kind, reason ?? '');
  }

  @Mutation(() => PainPointType, { description: 'Puts a single one under a common one, or takes it out of its own.' })
  @Allow('update', 'PainPoint')
  joinCommonPainPoint(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('commonId', { type: () => ID, nullable: true }) commonId: string | null,
  ): Promise<PainPointType> {
    return this.gathering.join(member, id, version, commonId ?? null);
  }

  @Mutation(() => PainPointType, {
    description:
      'All that hangs on it goes to the other, which is answered. What was merged stays readable, and cannot be taken apart again.',
  })
  @Allow('update', 'PainPoint')
  mergePainPoint(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('intoId', idType) intoId: string,
    @Args('intoVersion', versionType) intoVersion: number,
  ): Promise<PainPointType> {
    return this.merging.merge(member, { id, version }, { id: intoId, version: intoVersion });
  }

  @Mutation(() => PainPointType, { description: 'Exactly these belong to the common pain point from now on.' })
  @Allow('update', 'PainPoint')
  gatherPainPoints(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('painPointIds', { type: () => [ID] }) painPointIds: string[],
  ): Promise<PainPointType> {
    return this.gathering.gather(member, id, version, painPointIds);
  }

  @Mutation(() => PainPointType, { description: 'The whole tree at once: what is not given is gone.' })
  @Allow('update', 'PainPoint')
  explainPainPoint(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('causes', { type: () => [CauseInput] }) causes: CauseInput[],
  ): Promise<PainPointType> {
    return this.causes.keep(member, id, version, causes);
  }

  @Mutation(() => PainPointType)
  @Allow('archive', 'PainPoint')
  archivePainPoint(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
  ): Promise<PainPointType> {
    return this.service.archive(member, id, version, true);
  }

  @Mutation(() => PainPointType)
  @Allow('archive', 'PainPoint')
  restorePainPoint(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
  ): Promise<PainPointType> {
    return this.service.archive(member, id, version, false);
  }
}
