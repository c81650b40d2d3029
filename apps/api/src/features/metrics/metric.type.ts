import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { DateOnly, Json } from '../../platform/graphql/scalars.js';
import {
  AggregationEnum,
  BreakCauseEnum,
  DirectionEnum,
  LinkKindEnum,
  MetricCategoryEnum,
  MetricClassEnum,
} from './metric.enums.js';

const number = { nullable: true };
const text = { nullable: true };

@ObjectType('MetricDefinition', { description: 'What a metric is, from a day on.' })
export class MetricDefinitionType {
  @Field(() => Int) number: number;
  @Field(() => DateOnly) validFrom: string;
  @Field() definition: string;
  @Field(() => MetricClassEnum) class: MetricClassEnum;
  @Field(() => MetricCategoryEnum) category: MetricCategoryEnum;
  @Field(() => AggregationEnum) aggregation: AggregationEnum;
  @Field() unit: string;
  @Field(() => DirectionEnum) direction: DirectionEnum;
  @Field(() => Float, number) scaleMinimum: number | null;
  @Field(() => Float, number) scaleMaximum: number | null;
  @Field(() => [Float], { description: 'Values that say "not applicable" and are no observation.' })
  notApplicable: number[];
  @Field(() => String, text) formula: string | null;
  @Field(() => Float, number) warningThreshold: number | null;
  @Field(() => Float, number) criticalThreshold: number | null;
  @Field(() => Int, { nullable: true, description: 'How often a new value is due, in days.' })
  cadenceDays: number | null;
  @Field() source: string;
}

@ObjectType('MetricTarget')
export class MetricTargetType {
  @Field(() => ID) id: string;
  @Field(() => DateOnly) dueOn: string;
  @Field(() => Float) value: number;
  @Field(() => Float, { nullable: true, description: 'The far end, where the metric should stay inside a range.' })
  upperValue: number | null;
  @Field(() => ID, { nullable: true }) objectiveId: string | null;
  @Field(() => String, text) objectiveName: string | null;
  @Field({ description: 'Put on record after its day had passed.' }) historical: boolean;
  @Field(() => Int) version: number;
}

@ObjectType('MetricLink', { description: 'Where a metric hangs.' })
export class MetricLinkType {
  @Field(() => ID) id: string;
  @Field(() => LinkKindEnum) kind: LinkKindEnum;
  @Field(() => ID) objectId: string;
  @Field() name: string;
  @Field(() => String, { nullable: true, description: 'Of a stage its journey, of an objective its goal.' })
  within: string | null;
  @Field() archived: boolean;
}

@ObjectType('MetricLinkCandidate')
export class MetricLinkCandidateType {
  @Field(() => ID) objectId: string;
  @Field() name: string;
  @Field(() => String, text) within: string | null;
}

@ObjectType('MetricBreak', { description: 'From this day on the numbers do not continue those before.' })
export class SeriesBreakType {
  @Field(() => ID) id: string;
  @Field(() => DateOnly) beginsOn: string;
  @Field(() => BreakCauseEnum) cause: BreakCauseEnum;
  @Field() note: string;
  @Field({ description: 'A change of the definition demands it; it goes only with that change.' }) demanded: boolean;
}

@ObjectType('MetricAnnotation')
export class MetricAnnotationType {
  @Field(() => ID) id: string;
  @Field(() => DateOnly) notedOn: string;
  @Field() text: string;
  @Field(() => Int) version: number;
}

@ObjectType('ControlBaseline', { description: 'What the limits of the control chart are frozen from.' })
export class ControlBaselineType {
  @Field(() => DateOnly) fromDay: string;
  @Field(() => DateOnly, { description: 'The last day of it.' }) toDay: string;
  @Field() note: string;
  @Field(() => String, { nullable: true, description: 'Who set it; null where nobody is known any more.' })
  setByName: string | null;
  @Field(() => Date) setAt: Date;
  @Field(() => Int) version: number;
}

@ObjectType('MetricReference')
export class MetricReferenceType {
  @Field(() => ID) id: string;
  @Field() key: string;
  @Field() name: string;
}

@ObjectType('MetricConflict', { description: 'Another metric that pulls against this one, as somebody has said.' })
export class MetricConflictType {
  @Field(() => ID) id: string;
  @Field(() => ID) otherMetricId: string;
  @Field() otherMetricName: string;
  @Field() otherMetricArchived: boolean;
  @Field() reason: string;
  @Field(() => Int) version: number;
}

@ObjectType('MetricSummary')
export class MetricSummaryType {
  @Field(() => ID) id: string;
  @Field() key: string;
  @Field() name: string;
  @Field(() => MetricClassEnum) class: MetricClassEnum;
  @Field(() => MetricCategoryEnum) category: MetricCategoryEnum;
  @Field(() => AggregationEnum) aggregation: AggregationEnum;
  @Field() unit: string;
  @Field(() => DirectionEnum) direction: DirectionEnum;
  @Field(() => ID, { nullable: true }) ownerTeamId: string | null;
  @Field(() => String, text) ownerTeamName: string | null;
  @Field(() => Int, { nullable: true }) cadenceDays: number | null;
  @Field(() => MetricTargetType, { nullable: true, description: 'The target that is due next.' })
  nextTarget: MetricTargetType | null;
  @Field(() => Int) linkCount: number;
  @Field(() => Date, { nullable: true }) archivedAt: Date | null;
  @Field(() => Int) version: number;
}
export const MetricConnection = connectionOf('Metric', MetricSummaryType);

@ObjectType('Metric')
export class MetricType {
  @Field(() => ID) id: string;
  @Field({ description: 'The name that formulas and imports use.' }) key: string;
  @Field() name: string;
  @Field(() => ID, { nullable: true }) ownerTeamId: string | null;
  @Field(() => String, text) ownerTeamName: string | null;
  @Field(() => MetricDefinitionType, { description: 'What holds today; of a metric that has yet to begin, what will.' })
  definition: MetricDefinitionType;
  @Field(() => [MetricDefinitionType], { description: 'Every version, the latest first.' })
  versions: MetricDefinitionType[];
  @Field(() => [MetricTargetType]) targets: MetricTargetType[];
  @Field(() => [MetricLinkType]) links: MetricLinkType[];
  @Field(() => [SeriesBreakType]) breaks: SeriesBreakType[];
  @Field(() => [MetricAnnotationType]) annotations: MetricAnnotationType[];
  @Field(() => [MetricConflictType]) conflicts: MetricConflictType[];
  @Field(() => ControlBaselineType, { nullable: true }) controlBaseline: ControlBaselineType | null;
  @Field(() => [MetricReferenceType], { description: 'Metrics that are computed from this one.' })
  usedBy: MetricReferenceType[];
  @Field({ description: 'Whether whoever asks may change it.' }) mayUpdate: boolean;
  @Field(() => Date) createdAt: Date;
  @Field(() => Date, { nullable: true }) archivedAt: Date | null;
  @Field(() => Int) version: number;
}

@ObjectType('FormulaProblem')
export class FormulaProblemType {
  @Field() path: string;
  @Field() code: string;
  @Field() message: string;
  @Field(() => Json) params: Readonly<Record<string, string | number>>;
}

@ObjectType('FormulaCheck')
export class FormulaCheckType {
  @Field(() => [FormulaProblemType]) problems: FormulaProblemType[];
  @Field(() => [String], { description: 'Keys of the metrics it is computed from.' }) metrics: string[];
  @Field(() => String, { nullable: true, description: 'The unit it results in; empty for a plain number.' })
  unit: string | null;
}
