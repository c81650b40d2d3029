import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { Json } from '../../platform/graphql/scalars.js';
import { ImportModeEnum, ImportProblemGroupType, UploadedColumnType } from '../imports/index.js';
import { AggregationEnum, DirectionEnum, MetricCategoryEnum, MetricClassEnum } from '../metrics/index.js';

export enum ObservationImportStateEnum {
  WAITING = 'waiting',
  RUNNING = 'running',
  COMPLETED = 'completed',
  REFUSED = 'refused',
  FAILED = 'failed',
  UNDONE = 'undone',
}
registerEnumType(ObservationImportStateEnum, { name: 'ObservationImportState' });

export enum ObservationShapeEnum {
  ROW_PER_OBSERVATION = 'row_per_observation',
  COLUMN_PER_METRIC = 'column_per_metric',
  COLUMN_PER_PERIOD = 'column_per_period',
}
registerEnumType(ObservationShapeEnum, { name: 'ObservationShape' });

export enum ObservationIdentityEnum {
  KEY = 'key',
  ROW = 'row',
  SLOT = 'slot',
}
registerEnumType(ObservationIdentityEnum, {
  name: 'ObservationIdentity',
  description:
    'By what a row that is read again is recognised. KEY: what its key columns say. ROW: its place in this very file. SLOT: metric, time and segments, of which there is one value.',
});

export enum ObservationTargetEnum {
  TIME = 'time',
  METRIC = 'metric',
  METRIC_NAME = 'metric_name',
  PERIOD = 'period',
  VALUE = 'value',
  N = 'n',
  KEY = 'key',
  SEGMENT = 'segment',
  IGNORE = 'ignore',
}
registerEnumType(ObservationTargetEnum, {
  name: 'ObservationTarget',
  description:
    'What a column holds. METRIC: values of one metric. PERIOD: values of the time in its header. N: the whole of a share, the opportunities of a rate. KEY: what tells one observation from another.',
});

/** Checked as a whole against the metrics and itself, which names every problem at once. */
@InputType()
export class ObservationColumnInput {
  @Field(() => Int, { description: 'Counted from 0.' }) column: number;
  @Field(() => ObservationTargetEnum) target: ObservationTargetEnum;
  @Field(() => ID, { nullable: true }) metricId?: string | null;
  @Field(() => String, { nullable: true, description: 'What the segments of the column are called.' })
  dimension?: string | null;
  @Field(() => String, { nullable: true, description: 'Refused where the metric has another.' }) unit?: string | null;
  @Field(() => Json, { nullable: true, description: 'What the file says in words → the number that is meant.' })
  words?: unknown;
}

@InputType()
export class ObservationMappingInput {
  @Field(() => ObservationShapeEnum) shape: ObservationShapeEnum;
  @Field(() => ObservationIdentityEnum) identity: ObservationIdentityEnum;
  @Field(() => [ObservationColumnInput]) columns: ObservationColumnInput[];
  @Field(() => ID, { nullable: true, description: 'What all values are of, where no column says it.' })
  metricId?: string | null;
  @Field(() => Json, { nullable: true, description: 'What the file calls a metric → its id.' }) metricValues?: unknown;
  @Field(() => String, { nullable: true, description: 'The day of all observations, where no column holds the time.' })
  observedOn?: string | null;
  @Field(() => String, { nullable: true, description: 'dmy or mdy, where 3/4/2026 may be either.' })
  dateOrder?: string | null;
  @Field(() => String, { nullable: true, description: 'The decimal mark: a point or a comma.' }) decimal?:
    string | null;
  @Field(() => [String], {
    nullable: true,
    description: 'That say there is no value, besides NA, null, – and the like.',
  })
  noValueWords?: string[] | null;
  @Field(() => String, { nullable: true }) sheet?: string | null;
  @Field(() => Int, { nullable: true }) headerRow?: number | null;
}

@ObjectType('ImportedMetric')
export class ImportedMetricType {
  @Field(() => ID) id: string;
  @Field() name: string;
}

@ObjectType('ObservationImport')
export class ObservationImportType {
  @Field(() => ID) id: string;
  @Field() fileName: string;
  @Field(() => ObservationImportStateEnum) state: ObservationImportStateEnum;
  @Field(() => ImportModeEnum) mode: ImportModeEnum;
  @Field(() => ID, { nullable: true, description: 'The job that brings it in, or takes it back.' })
  jobId: string | null;
  @Field(() => Int) rowsRead: number;
  @Field(() => Int) rowsBad: number;
  @Field(() => Int) added: number;
  @Field(() => Int, { description: 'Observations that were there already, with the same value.' }) repeated: number;
  @Field(() => Int, { description: 'Observations that were there with another value, which is kept.' })
  corrected: number;
  @Field(() => Int, { description: 'Values that say “not applicable”.' }) skipped: number;
  @Field(() => Int) problemCount: number;
  @Field(() => [ID]) metricIds: string[];
  @Field(() => [ImportedMetricType]) metrics: ImportedMetricType[];
  @Field(() => String, { nullable: true, description: 'None where a program brought it in.' })
  createdByName: string | null;
  @Field(() => Date, { nullable: true }) firstAt: Date | null;
  @Field(() => Date, { nullable: true }) lastAt: Date | null;
  @Field() createdAt: Date;
  @Field(() => Date, { nullable: true }) finishedAt: Date | null;
  @Field(() => Date, { nullable: true }) undoneAt: Date | null;
  @Field({ description: 'It is being taken back.' }) undoing: boolean;
  @Field({ description: 'The reader may take it back, all of it.' }) mayUndo: boolean;
  @Field({ description: 'It was another file with the same content that was imported before.' })
  seenBefore: boolean;
}
@ObjectType('MappableMetric', { description: 'A metric that the reader may add observations to.' })
export class MappableMetricType {
  @Field(() => ID) id: string;
  @Field() key: string;
  @Field() name: string;
  @Field(() => AggregationEnum) aggregation: AggregationEnum;
  @Field() unit: string;
  @Field(() => Float, { nullable: true }) scaleMinimum: number | null;
  @Field(() => Float, { nullable: true }) scaleMaximum: number | null;
  @Field(() => [Float], { description: 'Values that say “not applicable”.' }) notApplicable: number[];
}

@ObjectType('MetricOfColumn', { description: 'A metric that a column most likely holds and that there is not yet.' })
export class MetricOfColumnType {
  @Field(() => Int) column: number;
  @Field() name: string;
  @Field(() => MetricClassEnum) class: MetricClassEnum;
  @Field(() => MetricCategoryEnum) category: MetricCategoryEnum;
  @Field(() => AggregationEnum) aggregation: AggregationEnum;
  @Field() unit: string;
  @Field(() => DirectionEnum) direction: DirectionEnum;
  @Field(() => Float, { nullable: true }) scaleMinimum: number | null;
  @Field(() => Float, { nullable: true }) scaleMaximum: number | null;
  @Field(() => [Float]) notApplicable: number[];
  @Field(() => Json, { nullable: true, description: 'What the file says in words → the number that is meant.' })
  words: unknown;
  @Field({ description: 'It looks like something worth measuring, not like a property of whoever was asked.' })
  likely: boolean;
}

@ObjectType('ColumnOfOthers', { description: 'A column that names a metric which the reader may not add to.' })
export class ColumnOfOthersType {
  @Field(() => Int) column: number;
  @Field(() => ID) metricId: string;
  @Field() metricName: string;
  @Field(() => String, { nullable: true, description: 'Of the team that owns it, whose lead can import it.' })
  teamName: string | null;
}

@ObjectType('ObservationTable')
export class ObservationTableType {
  @Field(() => ID) fileId: string;
  @Field() fileName: string;
  @Field() format: string;
  @Field(() => [String]) sheets: string[];
  @Field(() => String, { nullable: true }) sheet: string | null;
  @Field(() => Int) headerRow: number;
  @Field(() => [UploadedColumnType]) columns: UploadedColumnType[];
  @Field(() => [[String]]) sampleRows: string[][];
  @Field(() => Int) rowCount: number;
  @Field(() => [String], { description: 'What to know before trusting what was read, in the reader’s language.' })
  notes: string[];
  @Field(() => Json, { description: 'In the form of ObservationMappingInput; may be sent back unchanged.' })
  suggestedMapping: unknown;
  @Field(() => [MappableMetricType]) metrics: MappableMetricType[];
  @Field(() => [ColumnOfOthersType]) columnsOfOthers: ColumnOfOthersType[];
  @Field(() => [MetricOfColumnType], { description: 'For columns that could be measured and have no metric.' })
  newMetrics: MetricOfColumnType[];
  @Field(() => ObservationImportType, { nullable: true, description: 'What this very file was imported as before.' })
  earlierImport: ObservationImportType | null;
}

@ObjectType('ObservationProblem')
export class ObservationProblemType {
  @Field(() => Int, { description: 'As the spreadsheet numbers it.' }) row: number;
  @Field(() => String, { nullable: true }) column: string | null;
  @Field() code: string;
  @Field() message: string;
  @Field(() => String, { nullable: true }) value: string | null;
}
export const ObservationProblemConnectionType = connectionOf('ObservationProblem', ObservationProblemType);

@ObjectType('ObservationPreview')
export class ObservationPreviewType {
  @Field(() => Int) rowsRead: number;
  @Field(() => Int) rowsBad: number;
  @Field(() => Int) observations: number;
  @Field(() => Int, { description: 'Values that say “not applicable”.' }) skipped: number;
  @Field(() => Date, { nullable: true }) firstAt: Date | null;
  @Field(() => Date, { nullable: true }) lastAt: Date | null;
  @Field(() => Int) segmentSets: number;
  @Field(() => [ObservationProblemType]) problems: ObservationProblemType[];
  @Field(() => Int) problemCount: number;
  @Field(() => [ImportProblemGroupType], { description: 'Every kind of problem, by column and reason.' })
  problemGroups: ImportProblemGroupType[];
  @Field({ description: 'There are more problems than are listed.' }) truncated: boolean;
  @Field({ description: 'Only the first rows of a large file were looked at: the counts are theirs.' })
  sampled: boolean;
}

export const ObservationImportConnectionType = connectionOf('ObservationImport', ObservationImportType);

@ObjectType('SavedMapping')
export class SavedMappingType {
  @Field(() => ID) id: string;
  @Field() name: string;
  @Field(() => Int) version: number;
  @Field(() => Json, { description: 'In the form of ObservationMappingInput.' }) mapping: unknown;
}
