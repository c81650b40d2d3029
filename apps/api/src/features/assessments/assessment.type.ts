import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { LocalizedText } from '@touchstone/domain';
import { connectionOf } from '../../platform/graphql/connection.js';
import { DateOnly, LocalizedTextScalar } from '../../platform/graphql/scalars.js';
import { AnonymityPolicyEnum, AssessmentStateEnum, RaterGroupKindEnum, ScopeKindEnum } from './assessment.enums.js';

@ObjectType('AssessmentSummary')
export class AssessmentSummaryType {
  @Field(() => ID) id: string;
  @Field() name: string;
  @Field(() => AssessmentStateEnum) state: AssessmentStateEnum;
  @Field(() => LocalizedTextScalar) modelName: LocalizedText;
  @Field() modelVersion: string;
  @Field(() => ScopeKindEnum) scopeKind: ScopeKindEnum;
  @Field(() => String, { nullable: true }) businessUnitName: string | null;
  @Field(() => DateOnly) periodStart: string;
  @Field(() => DateOnly) periodEnd: string;
  @Field(() => Date) deadline: Date;
  @Field(() => Int) expected: number;
  @Field(() => Int) submitted: number;
  @Field(() => Date) createdAt: Date;
  @Field(() => Date, { nullable: true }) publishedAt: Date | null;
  @Field(() => ID, { nullable: true }) previousAssessmentId: string | null;
  @Field(() => Int) version: number;
}

export const AssessmentConnection = connectionOf('Assessment', AssessmentSummaryType);

@ObjectType('RaterGroup')
export class RaterGroupType {
  @Field(() => ID) id: string;
  @Field(() => RaterGroupKindEnum) kind: RaterGroupKindEnum;
  @Field() name: string;
  @Field(() => Int) expectedSize: number;
  @Field(() => Int) invited: number;
  @Field(() => Int) opened: number;
  @Field(() => Int) submitted: number;
  @Field(() => String, { nullable: true, description: 'The group’s link; only for those who may hand it out.' })
  link: string | null;
  @Field() linkRevoked: boolean;
  @Field(() => DateOnly, { nullable: true }) lastSubmittedOn: string | null;
}

@ObjectType('AssessmentVerb')
export class AssessmentVerbType {
  @Field() verb: string;
  @Field() allowed: boolean;
  @Field(() => [String], { description: 'Codes of what stands against it, e.g. RESULTS_NOT_COMPUTED.' })
  reasons: string[];
}

@ObjectType('Assessment')
export class AssessmentType {
  @Field(() => ID) id: string;
  @Field() name: string;
  @Field({ description: 'What respondents read before they begin.' }) purpose: string;
  @Field(() => AssessmentStateEnum) state: AssessmentStateEnum;
  @Field(() => ID) modelVersionId: string;
  @Field() modelKey: string;
  @Field(() => LocalizedTextScalar) modelName: LocalizedText;
  @Field() modelVersion: string;
  @Field(() => ScopeKindEnum) scopeKind: ScopeKindEnum;
  @Field(() => ID, { nullable: true }) businessUnitId: string | null;
  @Field(() => String, { nullable: true }) businessUnitName: string | null;
  @Field(() => DateOnly) periodStart: string;
  @Field(() => DateOnly) periodEnd: string;
  @Field(() => Date) deadline: Date;
  @Field(() => AnonymityPolicyEnum) anonymity: AnonymityPolicyEnum;
  @Field(() => Int) minimumGroupSize: number;
  @Field(() => [RaterGroupType]) raterGroups: RaterGroupType[];
  @Field(() => ID, { nullable: true }) previousAssessmentId: string | null;
  @Field(() => [AssessmentVerbType], {
    description: 'The steps that state and role allow now, with the reasons that stand against the others.',
  })
  verbs: AssessmentVerbType[];
  @Field(() => Date, { nullable: true }) resultsComputedAt: Date | null;
  @Field(() => ID, { nullable: true }) resultsJobId: string | null;
  @Field(() => Date) createdAt: Date;
  @Field(() => Date, { nullable: true }) openedAt: Date | null;
  @Field(() => Date, { nullable: true }) closedAt: Date | null;
  @Field(() => Date, { nullable: true }) publishedAt: Date | null;
  @Field(() => Date, { nullable: true }) archivedAt: Date | null;
  @Field(() => Int) version: number;
}
