import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { LocalizedText } from '@touchstone/domain';
import { connectionOf } from '../../platform/graphql/connection.js';
import { Json, LocalizedTextScalar } from '../../platform/graphql/scalars.js';
import { AnonymityPolicyEnum, AssessmentSummaryType, RaterGroupKindEnum } from '../assessments/index.js';
import { ModelVersionType } from '../models/index.js';

export enum NodeKindEnum {
  PRACTICE = 'practice',
  DIMENSION = 'dimension',
  OVERALL = 'overall',
}
registerEnumType(NodeKindEnum, { name: 'NodeKind' });

export enum SuppressionEnum {
  SHOWN = 'shown',
  EMPTY = 'empty',
  PRIMARY = 'primary',
  COMPLEMENTARY = 'complementary',
}
registerEnumType(SuppressionEnum, { name: 'Suppression' });

export enum ScoreUnitEnum {
  LEVEL = 'level',
  SUM = 'sum',
}
registerEnumType(ScoreUnitEnum, { name: 'ScoreUnit' });

@ObjectType('ResultGroup')
export class ResultGroupType {
  @Field(() => ID) id: string;
  @Field(() => RaterGroupKindEnum) kind: RaterGroupKindEnum;
  @Field() name: string;
  @Field(() => Int) expected: number;
  @Field(() => Int, { nullable: true }) submitted: number | null;
  @Field(() => SuppressionEnum) suppression: SuppressionEnum;
  @Field(() => String, { nullable: true, description: 'Why the group is hidden, as a code.' }) reason: string | null;
}

@ObjectType('DistributionBar')
export class DistributionBarType {
  @Field(() => Float) value: number;
  @Field(() => Int) count: number;
}

@ObjectType('ResultCell', {
  description: 'groupId null = all respondents pooled. Every number of a suppressed cell is null.',
})
export class ResultCellType {
  @Field(() => NodeKindEnum) nodeKind: NodeKindEnum;
  @Field() nodeId: string;
  @Field(() => ID, { nullable: true }) groupId: string | null;
  @Field(() => Int, { nullable: true }) n: number | null;
  @Field(() => Float, { nullable: true }) value: number | null;
  @Field(() => Float, { nullable: true }) sd: number | null;
  @Field(() => Float, { nullable: true }) lower: number | null;
  @Field(() => Float, { nullable: true }) upper: number | null;
  @Field(() => Int, { nullable: true }) level: number | null;
  @Field(() => [DistributionBarType], { nullable: true }) distribution: DistributionBarType[] | null;
  @Field(() => Float, { nullable: true }) agreement: number | null;
  @Field(() => Float, { nullable: true }) coverage: number | null;
  @Field(() => Int, { nullable: true }) notApplicable: number | null;
  @Field(() => SuppressionEnum) suppression: SuppressionEnum;
  @Field(() => String, { nullable: true, description: 'Why the cell is hidden, as a code.' }) reason: string | null;
}

@ObjectType('ResultGap')
export class ResultGapType {
  @Field(() => NodeKindEnum) nodeKind: NodeKindEnum;
  @Field() nodeId: string;
  @Field(() => ID) groupA: string;
  @Field(() => ID) groupB: string;
  @Field(() => Float, { description: 'A minus B.' }) difference: number;
  @Field(() => Float, { nullable: true }) lower: number | null;
  @Field(() => Float, { nullable: true }) upper: number | null;
  @Field(() => Float, { nullable: true }) p: number | null;
  @Field(() => Float, { nullable: true }) adjustedP: number | null;
  @Field() beyondNoise: boolean;
}

@ObjectType('Results')
export class ResultsType {
  @Field(() => AssessmentSummaryType) assessment: AssessmentSummaryType;
  @Field(() => AnonymityPolicyEnum) anonymity: AnonymityPolicyEnum;
  @Field(() => Int) minimumGroupSize: number;
  @Field(() => ModelVersionType) model: ModelVersionType;
  @Field(() => ID) resultSetId: string;
  @Field(() => Date) computedAt: Date;
  @Field() formula: string;
  @Field(() => Float) confidence: number;
  @Field(() => Int) submissions: number;
  @Field(() => Float, { nullable: true }) icc: number | null;
  @Field(() => Float, { nullable: true }) krippendorffAlpha: number | null;
  @Field(() => ScoreUnitEnum) unit: ScoreUnitEnum;
  @Field(() => [String], { description: 'Codes of what a reader must know to read the numbers right.' })
  notes: string[];
  @Field(() => [ResultGroupType]) groups: ResultGroupType[];
  @Field(() => [ResultCellType]) cells: ResultCellType[];
  @Field(() => [ResultGapType]) gaps: ResultGapType[];
}

@ObjectType('ExplanationStep')
export class ExplanationStepType {
  @Field() code: string;
  @Field(() => LocalizedTextScalar, { nullable: true }) label: LocalizedText | null;
  @Field(() => Json) inputs: unknown;
  @Field(() => Float, { nullable: true }) result: number | null;
  @Field(() => Int, { nullable: true }) n: number | null;
}

@ObjectType('ScoreExplanation', {
  description: 'How one score came about: formula, inputs with weights and n, result; as deep as anonymity allows.',
})
export class ScoreExplanationType {
  @Field(() => NodeKindEnum) nodeKind: NodeKindEnum;
  @Field() nodeId: string;
  @Field(() => ID, { nullable: true }) groupId: string | null;
  @Field() formula: string;
  @Field(() => [ExplanationStepType]) steps: ExplanationStepType[];
}

@ObjectType('Comment')
export class CommentType {
  @Field() practiceId: string;
  @Field() text: string;
  @Field() locale: string;
}

export const CommentConnection = connectionOf('Comment', CommentType);
