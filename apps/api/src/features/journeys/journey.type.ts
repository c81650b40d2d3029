import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { DateOnly } from '../../platform/graphql/scalars.js';
import { JourneyMetricType } from './journey-metric.type.js';
import { EvidenceKindEnum, FactorEnum, JourneyStateEnum, LaneEnum, LifecycleEnum } from './journey.enums.js';

/** What the atlas and the map both say of a journey. */
@ObjectType({ isAbstract: true })
class JourneyFacts {
  @Field(() => ID) id: string;
  @Field() name: string;
  @Field() summary: string;
  @Field(() => JourneyStateEnum) state: JourneyStateEnum;
  @Field(() => ID, { nullable: true }) parentId: string | null;
  @Field(() => String, { nullable: true }) parentName: string | null;
  @Field(() => ID, { nullable: true, description: 'The current state that this future state sets out to replace.' })
  futureOfId: string | null;
  @Field(() => ID, { nullable: true, description: 'The future state that this journey is to become.' })
  futureId: string | null;
  @Field(() => ID, { nullable: true }) personaId: string | null;
  @Field(() => String, { nullable: true }) personaName: string | null;
  @Field(() => ID, { nullable: true }) productId: string | null;
  @Field(() => String, { nullable: true }) productName: string | null;
  @Field(() => LifecycleEnum, { nullable: true }) lifecycle: LifecycleEnum | null;
  @Field(() => Date, { nullable: true }) archivedAt: Date | null;
  @Field(() => Int) version: number;
}

@ObjectType('Journey')
export class JourneyType extends JourneyFacts {
  @Field(() => Int, { description: 'How deep it stands in the atlas; 0 at the top.' }) depth: number;
  @Field(() => Int) stageCount: number;
  @Field(() => Int) touchpointCount: number;
  @Field(() => Int, { description: 'Cells that say something, and touchpoints placed.' }) filledCount: number;
  @Field(() => Int, { description: 'Of these, how many nobody has confirmed within the shelf life.' })
  staleCount: number;
  @Field(() => Date, { nullable: true }) oldestConfirmedAt: Date | null;
}
export const JourneyConnection = connectionOf('Journey', JourneyType);

@ObjectType('StageCell')
export class StageCellType {
  @Field(() => ID, { description: 'Stage and lane.' }) id: string;
  @Field(() => LaneEnum) lane: LaneEnum;
  @Field({ description: 'Empty where somebody emptied it.' }) text: string;
  @Field(() => String, { nullable: true, description: 'Where what it rests on is to be found.' })
  evidence: string | null;
  @Field(() => EvidenceKindEnum, { nullable: true, description: 'What it rests on.' })
  evidenceKind: EvidenceKindEnum | null;
  @Field(() => DateOnly, { nullable: true, description: 'The day that the evidence is of.' })
  evidenceOn: string | null;
  @Field(() => Date) confirmedAt: Date;
  @Field({ description: 'Nobody has confirmed it within the shelf life.' }) stale: boolean;
  @Field(() => Int) version: number;
}

@ObjectType('TouchpointPlacement')
export class PlacementType {
  @Field(() => ID) id: string;
  @Field(() => ID) touchpointId: string;
  @Field() name: string;
  @Field({ description: 'branch, phone, web, app, email, chat, social, post, self_service, field or other.' })
  channel: string;
  @Field({ description: 'Not there yet: the touchpoint is one of the future.' }) isFuture: boolean;
  @Field(() => FactorEnum, { nullable: true }) factor: FactorEnum | null;
  @Field(() => Int, { nullable: true, description: 'From −3 to 3.' }) emotion: number | null;
  @Field(() => Int, { nullable: true, description: 'How many customers were asked.' }) emotionN: number | null;
  @Field(() => String, { nullable: true, description: 'Who judged it, where no customers were asked.' })
  emotionJudgedBy: string | null;
  @Field(() => String, { nullable: true }) expectation: string | null;
  @Field(() => String, { nullable: true, description: 'Where what is said of it is to be found.' })
  evidence: string | null;
  @Field(() => EvidenceKindEnum, { nullable: true, description: 'What it rests on.' })
  evidenceKind: EvidenceKindEnum | null;
  @Field(() => DateOnly, { nullable: true, description: 'The day that the evidence is of.' })
  evidenceOn: string | null;
  @Field(() => ID, { nullable: true }) teamId: string | null;
  @Field(() => String, { nullable: true, description: 'Who answers for it today.' }) teamName: string | null;
  @Field(() => Date) confirmedAt: Date;
  @Field() stale: boolean;
  @Field(() => [ID], { description: 'Of the metrics of the map, those that hang on the touchpoint.' })
  metricIds: string[];
  @Field(() => Int) version: number;
}

@ObjectType('JourneyStage')
export class JourneyStageType {
  @Field(() => ID) id: string;
  @Field(() => ID) journeyId: string;
  @Field() name: string;
  @Field(() => LifecycleEnum, { nullable: true }) lifecycle: LifecycleEnum | null;
  @Field(() => Int) position: number;
  @Field(() => [StageCellType], { description: 'Only those that say or once said something.' }) cells: StageCellType[];
  @Field(() => [PlacementType]) placements: PlacementType[];
  @Field(() => [ID], { description: 'Of the metrics of the map, those that hang on the stage itself.' })
  metricIds: string[];
  @Field(() => Int) version: number;
}

@ObjectType('JourneyMap')
export class JourneyMapType extends JourneyFacts {
  @Field(() => [JourneyStageType]) stages: JourneyStageType[];
  @Field(() => [ID], { description: 'The metrics that hang on the journey as a whole.' }) metricIds: string[];
  @Field(() => [JourneyMetricType], {
    description: 'Every metric that hangs on the journey, on a stage or on a touchpoint of it, once.',
  })
  metrics: JourneyMetricType[];
}

@ObjectType('JourneyChange')
export class JourneyChangeType {
  @Field(() => ID) journeyId: string;
  @Field(() => ID, { nullable: true, description: 'The stage that changed; none where it is the map as a whole.' })
  stageId: string | null;
  @Field(() => ID, { nullable: true, description: 'The member who did it.' }) membershipId: string | null;
  @Field({ description: 'Only the numbers of its metrics may have changed.' }) numbers: boolean;
}

@ObjectType('Product')
export class ProductType {
  @Field(() => ID) id: string;
  @Field() name: string;
}
export const ProductConnection = connectionOf('Product', ProductType);

@ObjectType('TouchpointChoice')
export class TouchpointChoiceType {
  @Field(() => ID) id: string;
  @Field() name: string;
  @Field() channel: string;
  @Field() isFuture: boolean;
}
export const TouchpointChoiceConnection = connectionOf('TouchpointChoice', TouchpointChoiceType);
