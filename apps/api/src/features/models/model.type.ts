import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { LocalizedText } from '@touchstone/domain';
import { LocalizedTextScalar } from '../../platform/graphql/scalars.js';

export enum ModelVersionStateEnum {
  DRAFT = 'draft',
  PUBLISHED = 'published',
}
registerEnumType(ModelVersionStateEnum, { name: 'ModelVersionState' });

export enum ScoringMethodEnum {
  CONTINUOUS = 'continuous',
  STAGED = 'staged',
  STREAM_SUMS = 'stream-sums',
}
registerEnumType(ScoringMethodEnum, { name: 'ScoringMethod' });

@ObjectType('MaturityModelVersionSummary')
export class ModelVersionSummaryType {
  @Field(() => ID) id: string;
  @Field() modelKey: string;
  @Field() version: string;
  @Field(() => LocalizedTextScalar) name: LocalizedText;
  @Field(() => LocalizedTextScalar) description: LocalizedText;
  @Field(() => ModelVersionStateEnum) state: ModelVersionStateEnum;
  @Field(() => ScoringMethodEnum) scoringMethod: ScoringMethodEnum;
  @Field(() => Int) levelCount: number;
  @Field(() => Int) dimensionCount: number;
  @Field(() => Int) practiceCount: number;
  @Field(() => [String]) locales: string[];
  @Field(() => Date, { nullable: true }) publishedAt: Date | null;
  @Field(() => Date) createdAt: Date;
  @Field(() => Int) assessmentCount: number;
}

@ObjectType('ModelLevel')
export class ModelLevelType {
  @Field(() => Int) value: number;
  @Field() id: string;
  @Field(() => LocalizedTextScalar) name: LocalizedText;
  @Field(() => LocalizedTextScalar) description: LocalizedText;
}

@ObjectType('ModelPrerequisite')
export class ModelPrerequisiteType {
  @Field() practiceId: string;
  @Field(() => Int) level: number;
}

@ObjectType('ModelDescriptor')
export class ModelDescriptorType {
  @Field(() => Int) level: number;
  @Field(() => LocalizedTextScalar) text: LocalizedText;
}

@ObjectType('ModelOption')
export class ModelOptionType {
  @Field(() => Float) value: number;
  @Field(() => LocalizedTextScalar) label: LocalizedText;
}

@ObjectType('ModelItem')
export class ModelItemType {
  @Field() id: string;
  @Field() type: string;
  @Field(() => LocalizedTextScalar) text: LocalizedText;
  @Field(() => Float) weight: number;
  @Field() notApplicableAllowed: boolean;
  @Field(() => [ModelOptionType]) options: ModelOptionType[];
  @Field(() => Int, { nullable: true }) level: number | null;
  @Field(() => String, { nullable: true }) streamId: string | null;
}

@ObjectType('ModelPractice')
export class ModelPracticeType {
  @Field() id: string;
  @Field(() => LocalizedTextScalar) name: LocalizedText;
  @Field(() => LocalizedTextScalar) description: LocalizedText;
  @Field(() => Float) weight: number;
  @Field(() => [ModelPrerequisiteType]) prerequisites: ModelPrerequisiteType[];
  @Field(() => [ModelDescriptorType]) descriptors: ModelDescriptorType[];
  @Field(() => [ModelItemType]) items: ModelItemType[];
}

@ObjectType('ModelDimension')
export class ModelDimensionType {
  @Field() id: string;
  @Field(() => LocalizedTextScalar) name: LocalizedText;
  @Field(() => LocalizedTextScalar) description: LocalizedText;
  @Field(() => Float) weight: number;
  @Field(() => [ModelPracticeType]) practices: ModelPracticeType[];
}

@ObjectType('MaturityModelVersion')
export class ModelVersionType {
  @Field(() => ID) id: string;
  @Field() modelKey: string;
  @Field() version: string;
  @Field(() => LocalizedTextScalar) name: LocalizedText;
  @Field(() => LocalizedTextScalar) description: LocalizedText;
  @Field(() => ModelVersionStateEnum) state: ModelVersionStateEnum;
  @Field(() => ScoringMethodEnum) scoringMethod: ScoringMethodEnum;
  @Field(() => [String]) locales: string[];
  @Field() licence: string;
  @Field(() => [ModelLevelType]) levels: ModelLevelType[];
  @Field(() => [ModelDimensionType]) dimensions: ModelDimensionType[];
  @Field({ description: 'The YAML file as it was written.' }) source: string;
  @Field(() => Date, { nullable: true }) publishedAt: Date | null;
}

@ObjectType('ModelProblem')
export class ModelProblemType {
  @Field(() => Int) line: number;
  @Field(() => Int) column: number;
  @Field() path: string;
  @Field() code: string;
  @Field() message: string;
  @Field() remedy: string;
}

@ObjectType('ImportedModel', { description: 'Either a version, or everything that stands against the file.' })
export class ImportedModelType {
  @Field(() => ModelVersionSummaryType, { nullable: true }) modelVersion: ModelVersionSummaryType | null;
  @Field(() => [ModelProblemType]) problems: ModelProblemType[];
}
