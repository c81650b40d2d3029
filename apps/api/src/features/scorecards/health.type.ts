import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { LifecycleEnum } from '../journeys/index.js';
import { MetricStandingType } from '../standings/index.js';

export enum HealthBandEnum {
  GOOD = 'good',
  FAIR = 'fair',
  POOR = 'poor',
}
registerEnumType(HealthBandEnum, { name: 'HealthBand' });

export enum ConfidenceEnum {
  HIGH = 'high',
  MEDIUM = 'medium',
  LOW = 'low',
}
registerEnumType(ConfidenceEnum, { name: 'HealthConfidence' });

export enum WithheldEnum {
  NO_TOUCHPOINTS = 'no_touchpoints',
  TOO_LITTLE_KNOWN = 'too_little_known',
}
registerEnumType(WithheldEnum, {
  name: 'HealthWithheld',
  description:
    'Why there is no score: fewer than half of the touchpoints have fresh data or a confirmed answer of customers.',
});

@ObjectType('HealthEmotion')
export class HealthEmotionType {
  @Field(() => Float, { nullable: true }) score: number | null;
  @Field(() => Float, { nullable: true, description: 'From −3 to 3.' }) mean: number | null;
  @Field(() => Int, { description: 'Touchpoints where customers were asked.' }) asked: number;
  @Field(() => Int, { description: 'Touchpoints where somebody judged.' }) judged: number;
}

@ObjectType('HealthPerception')
export class HealthPerceptionType {
  @Field(() => Float, { nullable: true }) score: number | null;
  @Field(() => Float, { nullable: true }) lower: number | null;
  @Field(() => Float, { nullable: true }) upper: number | null;
  @Field(() => Int) metrics: number;
  @Field(() => Float) n: number;
}

@ObjectType('HealthTargets')
export class HealthTargetsType {
  @Field(() => Float, { nullable: true }) score: number | null;
  @Field(() => Int) met: number;
  @Field(() => Int, { description: 'Metrics with a target and fresh data.' }) judged: number;
}

@ObjectType('HealthCoverage')
export class HealthCoverageType {
  @Field(() => Int) touchpoints: number;
  @Field(() => Int) owned: number;
  @Field(() => Int) measured: number;
  @Field(() => Int) fresh: number;
  @Field(() => Int, { description: 'Fresh data, or customers asked and the answer still confirmed.' }) known: number;
  @Field(() => Int, { description: 'Placements that nobody has confirmed within the shelf life.' }) stale: number;
}

@ObjectType('Health', { description: 'How well a journey or a stage of it goes, and how far that is known.' })
export class HealthType {
  @Field(() => Float, { nullable: true, description: '0 to 100; absent where too little is known.' })
  score: number | null;
  @Field(() => HealthBandEnum, { nullable: true }) band: HealthBandEnum | null;
  @Field(() => ConfidenceEnum, { nullable: true }) confidence: ConfidenceEnum | null;
  @Field(() => WithheldEnum, { nullable: true }) withheld: WithheldEnum | null;
  @Field(() => HealthEmotionType) emotion: HealthEmotionType;
  @Field(() => HealthPerceptionType) perception: HealthPerceptionType;
  @Field(() => HealthTargetsType) targets: HealthTargetsType;
  @Field(() => HealthCoverageType) coverage: HealthCoverageType;
}

@ObjectType('JourneyHealthSummary')
export class JourneyHealthSummaryType {
  @Field(() => ID) journeyId: string;
  @Field(() => HealthType) health: HealthType;
}

@ObjectType('HealthTouchpoint')
export class HealthTouchpointType {
  @Field(() => ID) touchpointId: string;
  @Field() name: string;
  @Field(() => String, { nullable: true, description: 'Who answers for it today.' }) teamName: string | null;
  @Field(() => Int, { nullable: true }) emotion: number | null;
  @Field(() => Int, { nullable: true }) emotionN: number | null;
  @Field(() => String, { nullable: true }) emotionJudgedBy: string | null;
  @Field(() => Date) confirmedAt: string;
  @Field() stale: boolean;
  @Field(() => [MetricStandingType]) metrics: MetricStandingType[];
}

@ObjectType('StageHealth')
export class StageHealthType {
  @Field(() => ID) stageId: string;
  @Field() name: string;
  @Field(() => LifecycleEnum, { nullable: true }) lifecycle: LifecycleEnum | null;
  @Field(() => HealthType) health: HealthType;
  @Field(() => [HealthTouchpointType]) touchpoints: HealthTouchpointType[];
  @Field(() => [MetricStandingType], { description: 'Of the stage as a whole.' }) metrics: MetricStandingType[];
}

@ObjectType('JourneyHealth', { description: 'The scorecard of a journey.' })
export class JourneyHealthType {
  @Field(() => ID) journeyId: string;
  @Field() name: string;
  @Field(() => String, { nullable: true }) productName: string | null;
  @Field(() => Int) minimumGroupSize: number;
  @Field(() => HealthType) health: HealthType;
  @Field(() => [StageHealthType]) stages: StageHealthType[];
  @Field(() => [MetricStandingType], { description: 'Of the journey as a whole.' }) metrics: MetricStandingType[];
}
