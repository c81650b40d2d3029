import { registerEnumType } from '@nestjs/graphql';

export enum MetricClassEnum {
  PERCEPTION = 'perception',
  STATE = 'state',
}
registerEnumType(MetricClassEnum, { name: 'MetricClass' });

export enum MetricCategoryEnum {
  PERCEPTION = 'perception',
  OPERATIONAL = 'operational',
  SYSTEM_PERFORMANCE = 'system_performance',
  BUSINESS = 'business',
  FINANCIAL = 'financial',
}
registerEnumType(MetricCategoryEnum, { name: 'MetricCategory' });

export enum AggregationEnum {
  NPS = 'nps',
  CSAT = 'csat',
  CES = 'ces',
  TOP_BOX = 'top_box',
  MEAN = 'mean',
  SUM = 'sum',
  MINIMUM = 'minimum',
  MAXIMUM = 'maximum',
  LAST = 'last',
  SHARE = 'share',
  RATE = 'rate',
  FORMULA = 'formula',
}
registerEnumType(AggregationEnum, { name: 'Aggregation' });

export enum DirectionEnum {
  HIGHER = 'higher',
  LOWER = 'lower',
  RANGE = 'range',
}
registerEnumType(DirectionEnum, { name: 'MetricDirection' });

export enum BreakCauseEnum {
  DEFINITION = 'definition',
  SAMPLE = 'sample',
  SOURCE = 'source',
}
registerEnumType(BreakCauseEnum, { name: 'SeriesBreakCause' });

export enum LinkKindEnum {
  TOUCHPOINT = 'touchpoint',
  STAGE = 'stage',
  JOURNEY = 'journey',
  TEAM = 'team',
  OBJECTIVE = 'objective',
}
registerEnumType(LinkKindEnum, { name: 'MetricLinkKind' });
