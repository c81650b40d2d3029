import { Args, Field, ID, InputType, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { ActionStateEnum } from './initiative.enums.js';
import { ActionInput, MilestoneInput, RiskInput, StatusUpdateInput } from './initiative.input.js';
import { InitiativeType, MyActionType } from './initiative.type.js';
import { InitiativesReadModel } from './initiatives.read-model.js';
import { PlanService } from './plan.service.js';

@InputType({ description: 'What is changed, in the version that was seen; left out, something new is added.' })
export class SeenPartInput {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
}

const idType = { type: () => ID };
const seenType = { type: () => SeenPartInput, nullable: true };

@Resolver()
export class PlanResolver {
  constructor(
    private readonly plan: PlanService,
    private readonly read: InitiativesReadModel,
  ) {}

  @Query(() => [MyActionType], { description: 'At most two hundred, what is due first at the top.' })
  @Allow('read', 'Action')
  myActions(@CurrentMember() member: MemberPrincipal): Promise<MyActionType[]> {
    return this.read.myActions(member);
  }

  @Mutation(() => InitiativeType)
  @Allow('update', 'Initiative')
  saveMilestone(
    @CurrentMember() member: MemberPrincipal,
    @Args('initiativeId', idType) initiativeId: string,
    @Args('seen', seenType) seen: SeenPartInput | null,
    @Args('input') input: MilestoneInput,
  ): Promise<InitiativeType> {
    return this.plan.milestone(member, initiativeId, seen ?? null, input);
  }

  @Mutation(() => InitiativeType)
  @Allow('update', 'Initiative')
  removeMilestone(
    @CurrentMember() member: MemberPrincipal,
    @Args('initiativeId', idType) initiativeId: string,
    @Args('seen', { type: () => SeenPartInput }) seen: SeenPartInput,
  ): Promise<InitiativeType> {
    return this.plan.remove(member, initiativeId, 'milestone', seen);
  }

  @Mutation(() => InitiativeType)
  @Allow('create', 'Action')
  saveAction(
    @CurrentMember() member: MemberPrincipal,
    @Args('initiativeId', idType) initiativeId: string,
    @Args('seen', seenType) seen: SeenPartInput | null,
    @Args('input') input: ActionInput,
  ): Promise<InitiativeType> {
    return this.plan.action(member, initiativeId, seen ?? null, input);
  }

  @Mutation(() => InitiativeType, { description: 'Also by whom the action was given to.' })
  @Allow('update', 'Action')
  setActionState(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('state', { type: () => ActionStateEnum }) state: ActionStateEnum,
  ): Promise<InitiativeType> {
    return this.plan.actionState(member, id, version, state);
  }

  @Mutation(() => InitiativeType)
  @Allow('update', 'Initiative')
  saveRisk(
    @CurrentMember() member: MemberPrincipal,
    @Args('initiativeId', idType) initiativeId: string,
    @Args('seen', seenType) seen: SeenPartInput | null,
    @Args('input') input: RiskInput,
  ): Promise<InitiativeType> {
    return this.plan.risk(member, initiativeId, seen ?? null, input);
  }

  @Mutation(() => InitiativeType)
  @Allow('update', 'Initiative')
  removeRisk(
    @CurrentMember() member: MemberPrincipal,
    @Args('initiativeId', idType) initiativeId: string,
    @Args('seen', { type: () => SeenPartInput }) seen: SeenPartInput,
  ): Promise<InitiativeType> {
    return this.plan.remove(member, initiativeId, 'risk', seen);
  }

  @Mutation(() => InitiativeType, { description: 'Said once and kept; the next one corrects it.' })
  @Allow('update', 'Initiative')
  reportOnInitiative(
    @CurrentMember() member: MemberPrincipal,
    @Args('initiativeId', idType) initiativeId: string,
    @Args('input') input: StatusUpdateInput,
  ): Promise<InitiativeType> {
    return this.plan.report(member, initiativeId, input);
  }

  @Mutation(() => InitiativeType, { description: 'Refused where it would close a circle.' })
  @Allow('update', 'Initiative')
  addDependency(
    @CurrentMember() member: MemberPrincipal,
    @Args('initiativeId', idType) initiativeId: string,
    @Args('needsId', idType) needsId: string,
    @Args('note', { type: () => String, nullable: true }) note: string | null,
  ): Promise<InitiativeType> {
    return this.plan.need(member, initiativeId, needsId, note ?? '');
  }

  @Mutation(() => InitiativeType)
  @Allow('update', 'Initiative')
  removeDependency(
    @CurrentMember() member: MemberPrincipal,
    @Args('initiativeId', idType) initiativeId: string,
    @Args('needsId', idType) needsId: string,
  ): Promise<InitiativeType> {
    return this.plan.needNoMore(member, initiativeId, needsId);
  }
}
