import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { AssessmentSummaryType, RaterGroupKindEnum } from '../assessments/index.js';
import { ModelVersionType } from '../models/index.js';
import { NodeKindEnum } from './result.type.js';

export enum ChangeVerdictEnum {
  ROSE = 'rose',
  FELL = 'fell',
  WITHIN_NOISE = 'within_noise',
  CANNOT_SAY = 'cannot_say',
}
registerEnumType(ChangeVerdictEnum, { name: 'ChangeVerdict' });

@ObjectType('ComparisonCell')
export class ComparisonCellType {
  @Field(() => NodeKindEnum) nodeKind: NodeKindEnum;
  @Field() nodeId: string;
  @Field(() => RaterGroupKindEnum, { nullable: true, description: 'Null: all respondents pooled.' })
  groupKind: RaterGroupKindEnum | null;
  @Field(() => String, { nullable: true }) groupName: string | null;
  @Field(() => Float, { nullable: true }) before: number | null;
  @Field(() => Int, { nullable: true }) beforeN: number | null;
  @Field(() => Float, { nullable: true }) after: number | null;
  @Field(() => Int, { nullable: true }) afterN: number | null;
  @Field(() => Float, { nullable: true }) change: number | null;
  @Field(() => Float, { nullable: true }) lower: number | null;
  @Field(() => Float, { nullable: true }) upper: number | null;
  @Field(() => Float, { nullable: true }) p: number | null;
  @Field(() => Float, { nullable: true }) adjustedP: number | null;
  @Field(() => Float, { nullable: true }) smallestDetectable: number | null;
  @Field(() => ChangeVerdictEnum) verdict: ChangeVerdictEnum;
  @Field(() => String, { nullable: true, description: 'Why nothing can be said, as a code.' }) reason: string | null;
}

@ObjectType('Comparison')
export class ComparisonType {
  @Field(() => AssessmentSummaryType) before: AssessmentSummaryType;
  @Field(() => AssessmentSummaryType) after: AssessmentSummaryType;
  @Field(() => ModelVersionType) model: ModelVersionType;
  @Field(() => Float) confidence: number;
  @Field(() => [String]) notes: string[];
  @Field(() => [String]) unmatchedBefore: string[];
  @Field(() => [String]) unmatchedAfter: string[];
  @Field(() => [ComparisonCellType]) cells: ComparisonCellType[];
}
