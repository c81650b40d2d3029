import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import { DateOnly } from '../../platform/graphql/scalars.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { GoalService } from './goal.service.js';
import { ExperienceDomainEnum, GoalCascadeType } from './goal.type.js';
import { GoalsReadModel } from './goals.read-model.js';

@InputType()
export class GoalInput {
  @Field() name: string;
  @Field(() => String, { nullable: true }) statement?: string | null;
  @Field(() => DateOnly, { nullable: true }) dueOn?: string | null;
}

@InputType()
export class ObjectiveInput {
  @Field(() => ID, { nullable: true, description: 'Without one the objective is shown as an orphan.' })
  goalId?: string | null;
  @Field() name: string;
  @Field(() => String, { nullable: true }) statement?: string | null;
  @Field(() => [ExperienceDomainEnum]) domains: ExperienceDomainEnum[];
}

@ObjectType('CascadeChange', { description: 'What was changed, and the cascade as it stands now.' })
export class CascadeChangeType {
  @Field(() => ID) id: string;
  @Field(() => GoalCascadeType) cascade: GoalCascadeType;
}

const idType = { type: () => ID };
const versionType = { type: () => Int };

@Resolver()
export class GoalsResolver {
  constructor(
    private readonly read: GoalsReadModel,
    private readonly service: GoalService,
  ) {}

  @Query(() => GoalCascadeType)
  @Allow('read', 'Goal')
  goalCascade(@CurrentMember() member: MemberPrincipal): Promise<GoalCascadeType> {
    return this.read.cascade(member);
  }

  @Mutation(() => CascadeChangeType)
  @Allow('create', 'Goal')
  createGoal(@CurrentMember() member: MemberPrincipal, @Args('input') input: GoalInput): Promise<CascadeChangeType> {
    return this.after(member, this.service.createGoal(member, goalOf(input)));
  }

  @Mutation(() => CascadeChangeType)
  @Allow('update', 'Goal')
  updateGoal(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('input') input: GoalInput,
  ): Promise<CascadeChangeType> {
    return this.after(member, this.service.updateGoal(member, id, version, goalOf(input)));
  }

  @Mutation(() => CascadeChangeType, { description: 'Its objectives stay, without a goal.' })
  @Allow('archive', 'Goal')
  archiveGoal(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
  ): Promise<CascadeChangeType> {
    return this.after(member, this.service.archiveGoal(member, id, version, true));
  }

  @Mutation(() => CascadeChangeType)
  @Allow('archive', 'Goal')
  restoreGoal(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
  ): Promise<CascadeChangeType> {
    return this.after(member, this.service.archiveGoal(member, id, version, false));
  }

  @Mutation(() => CascadeChangeType)
  @Allow('create', 'Goal')
  createObjective(
    @CurrentMember() member: MemberPrincipal,
    @Args('input') input: ObjectiveInput,
  ): Promise<CascadeChangeType> {
    return this.after(member, this.service.createObjective(member, objectiveOf(input)));
  }

  @Mutation(() => CascadeChangeType)
  @Allow('update', 'Goal')
  updateObjective(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('input') input: ObjectiveInput,
  ): Promise<CascadeChangeType> {
    return this.after(member, this.service.updateObjective(member, id, version, objectiveOf(input)));
  }

  @Mutation(() => CascadeChangeType)
  @Allow('archive', 'Goal')
  archiveObjective(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
  ): Promise<CascadeChangeType> {
    return this.after(member, this.service.archiveObjective(member, id, version, true));
  }

  @Mutation(() => CascadeChangeType)
  @Allow('archive', 'Goal')
  restoreObjective(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
  ): Promise<CascadeChangeType> {
    return this.after(member, this.service.archiveObjective(member, id, version, false));
  }

  private async after(member: MemberPrincipal, change: Promise<string>): Promise<CascadeChangeType> {
    const id = await change;
    return { id, cascade: await this.read.cascade(member) };
  }
}

const goalOf = ({ name, statement, dueOn }: GoalInput) => ({ name, statement: statement ?? '', dueOn: dueOn ?? null });
const objectiveOf = ({ goalId, name, statement, domains }: ObjectiveInput) => ({
  goalId: goalId ?? null,
  name,
  statement: statement ?? '',
  domains,
});
