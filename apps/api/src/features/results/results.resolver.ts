import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { CommentsReadModel } from './comments.read-model.js';
import { ComparisonReadModel } from './comparison.read-model.js';
import { ComparisonType } from './comparison.type.js';
import { CommentConnection, type CommentType, NodeKindEnum, ResultsType, ScoreExplanationType } from './result.type.js';
import { ResultsReadModel } from './results.read-model.js';

const id = { type: () => ID };

@Resolver()
export class ResultsResolver {
  constructor(
    private readonly readModel: ResultsReadModel,
    private readonly comparisons: ComparisonReadModel,
    private readonly commentsOf: CommentsReadModel,
  ) {}

  @Query(() => ResultsType)
  @Allow('read', 'ResultSet')
  results(
    @CurrentMember() member: MemberPrincipal,
    @Args('assessmentId', id) assessmentId: string,
  ): Promise<ResultsType> {
    return this.readModel.results(member, assessmentId);
  }

  @Query(() => ScoreExplanationType)
  @Allow('read', 'ResultSet')
  scoreExplanation(
    @CurrentMember() member: MemberPrincipal,
    @Args('assessmentId', id) assessmentId: string,
    @Args('nodeKind', { type: () => NodeKindEnum }) kind: NodeKindEnum,
    @Args('nodeId') nodeId: string,
    @Args('groupId', { type: () => ID, nullable: true }) groupId: string | null,
  ): Promise<ScoreExplanationType> {
    return this.readModel.explanation(member, assessmentId, { kind, id: nodeId }, groupId);
  }

  @Query(() => ComparisonType)
  @Allow('read', 'ResultSet')
  comparison(
    @CurrentMember() member: MemberPrincipal,
    @Args('beforeId', id) beforeId: string,
    @Args('afterId', id) afterId: string,
  ): Promise<ComparisonType> {
    return this.comparisons.compare(member, beforeId, afterId);
  }

  @Query(() => CommentConnection)
  @Allow('read', 'ResultSet')
  comments(
    @CurrentMember() member: MemberPrincipal,
    @Args('assessmentId', id) assessmentId: string,
    @Args('practiceId', { type: () => String, nullable: true }) practiceId: string | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<Connection<CommentType>> {
    return this.commentsOf.list(member, { assessmentId, practiceId, first, after });
  }
}
