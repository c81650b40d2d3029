import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { Json } from '../../platform/graphql/scalars.js';
import { FeedbackSourceEnum } from '../feedback/index.js';
import { ImportModeEnum, ImportProblemGroupType, UploadedColumnType } from '../imports/index.js';

export enum FeedbackImportStateEnum {
  WAITING = 'waiting',
  RUNNING = 'running',
  COMPLETED = 'completed',
  REFUSED = 'refused',
  FAILED = 'failed',
  UNDONE = 'undone',
}
registerEnumType(FeedbackImportStateEnum, { name: 'FeedbackImportState' });

export enum FeedbackTargetEnum {
  TEXT = 'text',
  LANGUAGE = 'language',
  TIME = 'time',
  SOURCE = 'source',
  RATING = 'rating',
  TOUCHPOINT = 'touchpoint',
  PERSONA = 'persona',
  REFERENCE = 'reference',
  IGNORE = 'ignore',
}
registerEnumType(FeedbackTargetEnum, {
  name: 'FeedbackTarget',
  description:
    'What a column holds. SOURCE: where it was said, or the channel. REFERENCE: what tells one row from another at its source; without one, source, day and text do.',
});

@InputType()
export class FeedbackColumnInput {
  @Field(() => Int, { description: 'Counted from 0.' }) column: number;
  @Field(() => FeedbackTargetEnum) target: FeedbackTargetEnum;
}

/** Checked as a whole against the touchpoints and itself, which names every problem at once. */
@InputType()
export class FeedbackMappingInput {
  @Field(() => [FeedbackColumnInput]) columns: FeedbackColumnInput[];
  @Field(() => FeedbackSourceEnum, { nullable: true, description: 'Of rows that name none.' })
  source?: FeedbackSourceEnum | null;
  @Field(() => Json, { nullable: true, description: 'What the file calls a source or channel → FeedbackSource.' })
  sourceValues?: unknown;
  @Field(() => String, { nullable: true, description: 'The day of rows that name none.' }) saidOn?: string | null;
  @Field(() => ID, { nullable: true, description: 'Of rows that name none.' }) touchpointId?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'Whose ratings these are: then only comments of low ones come in, with the metric and its touchpoint.',
  })
  metricId?: string | null;
  @Field(() => Json, { nullable: true, description: 'What the file calls a touchpoint → its id.' })
  touchpointValues?: unknown;
  @Field(() => String, { nullable: true, description: 'dmy or mdy, where 3/4/2026 may be either.' })
  dateOrder?: string | null;
  @Field(() => String, { nullable: true, description: 'The decimal mark of ratings: a point or a comma.' })
  decimal?: string | null;
  @Field(() => String, { nullable: true }) sheet?: string | null;
  @Field(() => Int, { nullable: true }) headerRow?: number | null;
}

@ObjectType('FeedbackImport')
export class FeedbackImportType {
  @Field(() => ID) id: string;
  @Field() fileName: string;
  @Field(() => FeedbackImportStateEnum) state: FeedbackImportStateEnum;
  @Field(() => ImportModeEnum) mode: ImportModeEnum;
  @Field(() => ID, { nullable: true, description: 'The job that brings it in, or takes it back.' })
  jobId: string | null;
  @Field(() => Int) rowsRead: number;
  @Field(() => Int) rowsBad: number;
  @Field(() => Int) added: number;
  @Field(() => Int, { description: 'Rows that were in the inbox already, and were left as they are there.' })
  repeated: number;
  @Field(() => Int, { description: 'Rows that stand in the file more than once, beyond the first.' })
  duplicates: number;
  @Field(() => Int, { description: 'Rows in which nobody said anything.' }) withoutText: number;
  @Field(() => Int, {
    description: 'Comments of ratings that are not low, where only those of low ones were asked for.',
  })
  notLow: number;
  @Field(() => Int) problemCount: number;
  @Field(() => Int, { description: 'Of what it added, how much somebody has triaged since.' }) triaged: number;
  @Field(() => Int, { description: 'Triaged before it was taken back, and therefore left.' }) kept: number;
  @Field(() => String, { nullable: true, description: 'None where a program brought it in.' })
  createdByName: string | null;
  @Field() createdAt: Date;
  @Field(() => Date, { nullable: true }) finishedAt: Date | null;
  @Field(() => Date, { nullable: true }) undoneAt: Date | null;
  @Field({ description: 'It is being taken back.' }) undoing: boolean;
  @Field({ description: 'It can be taken back, by the reader.' }) mayUndo: boolean;
  @Field({ description: 'It was another file with the same content that was imported before.' })
  seenBefore: boolean;
}
export const FeedbackImportConnectionType = connectionOf('FeedbackImport', FeedbackImportType);

@ObjectType('FeedbackImportChoice')
export class FeedbackImportChoiceType {
  @Field(() => ID) id: string;
  @Field() name: string;
}

@ObjectType('FeedbackTable')
export class FeedbackTableType {
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
  @Field(() => Json, { description: 'In the form of FeedbackMappingInput; may be sent back unchanged.' })
  suggestedMapping: unknown;
  @Field(() => [FeedbackImportChoiceType]) touchpoints: FeedbackImportChoiceType[];
  @Field(() => [FeedbackImportChoiceType], { description: 'Metrics that are rated on a scale.' })
  ratedMetrics: FeedbackImportChoiceType[];
  @Field({ description: 'Rows may also be about no touchpoint in particular.' }) anywhere: boolean;
  @Field(() => FeedbackImportType, { nullable: true, description: 'What this very file was imported as before.' })
  earlierImport: FeedbackImportType | null;
}

@ObjectType('FeedbackImportProblem')
export class FeedbackProblemType {
  @Field(() => Int, { description: 'As the spreadsheet numbers it.' }) row: number;
  @Field(() => String, { nullable: true }) column: string | null;
  @Field() code: string;
  @Field() message: string;
  @Field(() => String, { nullable: true }) value: string | null;
}
export const FeedbackProblemConnectionType = connectionOf('FeedbackImportProblem', FeedbackProblemType);

@ObjectType('LanguageCount')
export class LanguageCountType {
  @Field({ description: 'Its code; und where the script does not tell.' }) language: string;
  @Field(() => Int) count: number;
}

@ObjectType('FeedbackPreview')
export class FeedbackPreviewType {
  @Field(() => Int) rowsRead: number;
  @Field(() => Int) rowsBad: number;
  @Field(() => Int, { description: 'That would come into the inbox.' }) items: number;
  @Field(() => Int, { description: 'Rows that are in the inbox already.' }) repeated: number;
  @Field(() => Int, { description: 'Rows that stand in the file more than once, beyond the first.' })
  duplicates: number;
  @Field(() => Int, { description: 'Rows in which nobody said anything.' }) withoutText: number;
  @Field(() => Int, { description: 'Comments of ratings that are not low, which are not kept.' }) notLow: number;
  @Field(() => Int, { description: 'That would come in without a touchpoint.' }) withoutTouchpoint: number;
  @Field(() => [LanguageCountType], { description: 'Most frequent first.' }) languages: LanguageCountType[];
  @Field(() => Date, { nullable: true }) firstAt: Date | null;
  @Field(() => Date, { nullable: true }) lastAt: Date | null;
  @Field(() => [FeedbackProblemType]) problems: FeedbackProblemType[];
  @Field(() => Int) problemCount: number;
  @Field(() => [ImportProblemGroupType], { description: 'Every kind of problem, by column and reason.' })
  problemGroups: ImportProblemGroupType[];
  @Field({ description: 'There are more problems than are listed.' }) truncated: boolean;
  @Field({ description: 'Only the first rows of a large file were looked at: the counts are theirs.' })
  sampled: boolean;
}
