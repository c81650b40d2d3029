import { Args, ArgsType, Field, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { CriteriaService } from './criteria.service.js';
import { OpportunitiesReadModel } from './opportunities.read-model.js';
import { OpportunityService } from './opportunity.service.js';
import {
  OpportunityConnection,
  OpportunityCriteriaType,
  OpportunityCriterionInput,
  OpportunityInput,
  OpportunityLensType,
  OpportunityStateEnum,
  OpportunityType,
} from './opportunity.type.js';

const idType = { type: () => ID };
const versionType = { type: () => Int };

@ArgsType()
class OpportunityListArgs {
  @Field(() => Int, { nullable: true, defaultValue: 25 }) first: number | null;
  @Field(() => String, { nullable: true }) after: string | null;
  @Field(() => String, { nullable: true, description: 'Words, or a number such as O-12.' }) search: string | null;
  @Field(() => [OpportunityStateEnum], { nullable: true }) states: OpportunityStateEnum[] | null;
  @Field(() => Boolean, { nullable: true, defaultValue: false }) includeArchived: boolean | null;
}

@Resolver()
export class OpportunitiesResolver {
  constructor(
    private readonly read: OpportunitiesReadModel,
    private readonly service: OpportunityService,
    private readonly criteria: CriteriaService,
  ) {}

  @Query(() => OpportunityConnection)
  @Allow('read', 'Opportunity')
  opportunities(
    @CurrentMember() member: MemberPrincipal,
    @Args() args: OpportunityListArgs,
  ): Promise<Connection<OpportunityType>> {
    const { search, states, includeArchived } = args;
    const filter = { search: search ?? null, states: states ?? null, includeArchived: includeArchived ?? false };
    return this.read.list(member, filter, args.first ?? 25, args.after ?? null);
  }

  @Query(() => OpportunityType)
  @Allow('read', 'Opportunity')
  opportunity(@CurrentMember() member: MemberPrincipal, @Args('id', idType) id: string): Promise<OpportunityType> {
    return this.read.one(member, id);
  }

  @Query(() => [OpportunityLensType], { description: 'The open ones, side by side.' })
  @Allow('read', 'Opportunity')
  opportunityLenses(@CurrentMember() member: MemberPrincipal): Promise<OpportunityLensType[]> {
    return this.read.lenses(member);
  }

  @Query(() => OpportunityCriteriaType)
  @Allow('read', 'Opportunity')
  opportunityCriteria(@CurrentMember() member: MemberPrincipal): Promise<OpportunityCriteriaType> {
    return this.read.criteria(member);
  }

  @Mutation(() => OpportunityCriteriaType, { description: 'Exactly these, in the version that was seen.' })
  @Allow('archive', 'Opportunity')
  setOpportunityCriteria(
    @CurrentMember() member: MemberPrincipal,
    @Args('version', versionType) version: number,
    @Args('criteria', { type: () => [OpportunityCriterionInput] }) criteria: OpportunityCriterionInput[],
  ): Promise<OpportunityCriteriaType> {
    return this.criteria.set(member, version, criteria);
  }

  @Mutation(() => OpportunityType)
  @Allow('create', 'Opportunity')
  createOpportunity(
    @CurrentMember() member: MemberPrincipal,
    @Args('input') input: OpportunityInput,
  ): Promise<OpportunityType> {
    return this.service.create(member, input);
  }

  @Mutation(() => OpportunityType)
  @Allow('update', 'Opportunity')
  updateOpportunity(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('input') input: OpportunityInput,
  ): Promise<OpportunityType> {
    return this.service.update(member, id, version, input);
  }

  @Mutation(() => OpportunityType, { description: 'Parked and dismissed ones say why.' })
  @Allow('update', 'Opportunity')
  setOpportunityState(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('state', { type: () => OpportunityStateEnum }) state: OpportunityStateEnum,
    @Args('reason', { type: () => String, nullable: true }) reason: string | null,
  ): Promise<OpportunityType> {
    return this.service.setState(member, id, version, state, reason ?? '');
  }

  @Mutation(() => OpportunityType)
  @Allow('archive', 'Opportunity')
  archiveOpportunity(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
  ): Promise<OpportunityType> {
    return this.service.archive(member, id, version, true);
  }

  @Mutation(() => OpportunityType)
  @Allow('archive', 'Opportunity')
  restoreOpportunity(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
  ): Promise<OpportunityType> {
    return this.service.archive(member, id, version, false);
  }
}
