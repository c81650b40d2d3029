import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { LifecycleEnum } from '../journeys/index.js';
import { MetricStandingType } from '../standings/index.js';

export enum EcosystemMeasureEnum {
  PERCEPTION = 'perception',
  NPS = 'nps',
  CSAT = 'csat',
  CES = 'ces',
}
registerEnumType(EcosystemMeasureEnum, {
  name: 'EcosystemMeasure',
  description:
    'Perception: every perception metric with a scale, on 0 to 100. The others: metrics counted in that way, in their own unit.',
});

export enum VolumeBasisEnum {
  STATED = 'stated',
  ANSWERS = 'answers',
}
registerEnumType(VolumeBasisEnum, {
  name: 'VolumeBasis',
  description:
    'What cells are weighed by: the volume stated for each product, spread over its cells by answers, or the answers alone.',
});

@ObjectType('EcosystemConsistency', { description: 'How even the experience is over cells, weighed by volume.' })
export class ConsistencyType {
  @Field(() => Float, { nullable: true, description: '0 to 100; absent below two known cells.' })
  consistency: number | null;
  @Field(() => Float, { nullable: true }) mean: number | null;
  @Field(() => Float, { nullable: true }) sd: number | null;
  @Field(() => Int) known: number;
}

@ObjectType('EcosystemCell')
export class EcosystemCellType {
  @Field(() => LifecycleEnum) lifecycle: LifecycleEnum;
  @Field(() => Float, { nullable: true }) value: number | null;
  @Field(() => Float, { nullable: true }) lower: number | null;
  @Field(() => Float, { nullable: true }) upper: number | null;
  @Field(() => Float, { nullable: true, description: 'The value on the scale from 0 to 100.' }) score: number | null;
  @Field(() => Float) n: number;
  @Field(() => Int) touchpoints: number;
  @Field(() => Int) metrics: number;
  @Field(() => Int, { description: 'Metrics withheld because too few people answered.' }) suppressed: number;
}

@ObjectType('EcosystemProduct')
export class EcosystemProductType {
  @Field(() => ID) id: string;
  @Field() name: string;
  @Field(() => Float, { nullable: true, description: 'Customers or contacts in a year, as stated.' })
  volume: number | null;
}

@ObjectType('EcosystemRow')
export class EcosystemRowType {
  @Field(() => EcosystemProductType) product: EcosystemProductType;
  @Field(() => [EcosystemCellType]) cells: EcosystemCellType[];
  @Field(() => ConsistencyType) index: ConsistencyType;
}

@ObjectType('EcosystemStage')
export class EcosystemStageType {
  @Field(() => LifecycleEnum) lifecycle: LifecycleEnum;
  @Field(() => ConsistencyType) index: ConsistencyType;
}

@ObjectType('UnplacedJourney', { description: 'A journey without product or stage of life: no cell shows it.' })
export class UnplacedJourneyType {
  @Field(() => ID) journeyId: string;
  @Field() name: string;
  @Field() hasProduct: boolean;
}

@ObjectType('Ecosystem')
export class EcosystemType {
  @Field(() => [EcosystemRowType]) rows: EcosystemRowType[];
  @Field(() => [EcosystemStageType]) stages: EcosystemStageType[];
  @Field(() => ConsistencyType) index: ConsistencyType;
  @Field(() => VolumeBasisEnum) volumeBasis: VolumeBasisEnum;
  @Field(() => Date, { description: 'The beginning of the first month that counts.' }) from: Date;
  @Field(() => Int) minimumGroupSize: number;
  @Field(() => [UnplacedJourneyType]) unplaced: UnplacedJourneyType[];
}

@ObjectType('EcosystemTouchpoint')
export class EcosystemTouchpointType {
  @Field(() => ID) touchpointId: string;
  @Field() name: string;
  @Field(() => ID) journeyId: string;
  @Field() journeyName: string;
  @Field() stageName: string;
  @Field(() => String, { nullable: true }) teamName: string | null;
  @Field(() => [MetricStandingType]) metrics: MetricStandingType[];
}

@ObjectType('EcosystemCellDetail', { description: 'What a cell is made of.' })
export class EcosystemCellDetailType {
  @Field(() => EcosystemProductType) product: EcosystemProductType;
  @Field(() => LifecycleEnum) lifecycle: LifecycleEnum;
  @Field(() => [EcosystemTouchpointType]) touchpoints: EcosystemTouchpointType[];
  @Field(() => [MetricStandingType], { description: 'Of stages and journeys as a whole.' })
  metrics: MetricStandingType[];
}

@ObjectType('PortfolioProduct')
export class PortfolioProductType {
  @Field(() => ID) id: string;
  @Field() name: string;
  @Field(() => Float, { nullable: true }) volume: number | null;
  @Field(() => Int) journeyCount: number;
  @Field(() => Date, { nullable: true }) archivedAt: string | null;
  @Field(() => Int) version: number;
}
export const PortfolioProductConnection = connectionOf('PortfolioProduct', PortfolioProductType);
