import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { AssessmentCommands } from './assessment-commands.js';
import { AssessmentStateEnum } from './assessment.enums.js';
import { AssessmentInput } from './assessment.input.js';
import { AssessmentConnection, type AssessmentSummaryType, AssessmentType } from './assessment.type.js';
import { AssessmentsReadModel } from './assessments.read-model.js';

const id = { type: () => ID };
const version = { type: () => Int };

@Resolver()
export class AssessmentsResolver {
  constructor(
    private readonly assessments: AssessmentsReadModel,
    private readonly commands: AssessmentCommands,
  ) {}

  @Query(() => AssessmentConnection, { name: 'assessments' })
  @Allow('read', 'Assessment')
  list(
    @CurrentMember() member: MemberPrincipal,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 25 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('state', { type: () => AssessmentStateEnum, nullable: true }) state: AssessmentStateEnum | null,
    @Args('search', { type: () => String, nullable: true }) search: string | null,
  ): Promise<Connection<AssessmentSummaryType>> {
    return this.assessments.list(member, { first, after, state, search });
  }

  @Query(() => AssessmentType)
  @Allow('read', 'Assessment')
  assessment(@CurrentMember() member: MemberPrincipal, @Args('id', id) assessmentId: string): Promise<AssessmentType> {
    return this.assessments.one(member, assessmentId);
  }

  @Mutation(() => AssessmentType)
  @Allow('create', 'Assessment')
  createAssessment(
    @CurrentMember() member: MemberPrincipal,
    @Args('input') input: AssessmentInput,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<AssessmentType> {
    return this.commands.create(member, input, key);
  }

  @Mutation(() => AssessmentType)
  @Allow('update', 'Assessment')
  updateAssessment(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', id) assessmentId: string,
    @Args('version', version) seen: number,
    @Args('input') input: AssessmentInput,
  ): Promise<AssessmentType> {
    return this.commands.update(member, assessmentId, seen, input);
  }

  @Mutation(() => AssessmentType)
  @Allow('update', 'Assessment')
  extendDeadline(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', id) assessmentId: string,
    @Args('version', version) seen: number,
    @Args('deadline') deadline: Date,
  ): Promise<AssessmentType> {
    return this.commands.extendDeadline(member, assessmentId, seen, deadline);
  }

  @Mutation(() => Boolean, { description: 'Only a draft can be deleted.' })
  @Allow('update', 'Assessment')
  deleteAssessment(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', id) assessmentId: string,
    @Args('version', version) seen: number,
  ): Promise<boolean> {
    return this.commands.delete(member, assessmentId, seen);
  }

  @Mutation(() => AssessmentType)
  @Allow('run', 'Assessment')
  openAssessment(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', id) assessmentId: string,
    @Args('version', version) seen: number,
  ): Promise<AssessmentType> {
    return this.commands.take(member, 'open', assessmentId, seen);
  }

  @Mutation(() => AssessmentType, { description: 'Stops taking answers and computes the results, once and for all.' })
  @Allow('run', 'Assessment')
  closeAssessment(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', id) assessmentId: string,
    @Args('version', version) seen: number,
  ): Promise<AssessmentType> {
    return this.commands.take(member, 'close', assessmentId, seen);
  }

  @Mutation(() => AssessmentType)
  @Allow('run', 'Assessment')
  publishAssessment(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', id) assessmentId: string,
    @Args('version', version) seen: number,
  ): Promise<AssessmentType> {
    return this.commands.take(member, 'publish', assessmentId, seen);
  }

  @Mutation(() => AssessmentType)
  @Allow('archive', 'Assessment')
  archiveAssessment(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', id) assessmentId: string,
    @Args('version', version) seen: number,
  ): Promise<AssessmentType> {
    return this.commands.take(member, 'archive', assessmentId, seen);
  }
}
