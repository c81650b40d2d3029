import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { Json } from '../../platform/graphql/scalars.js';

export enum ImportShapeEnum {
  ROW_PER_RESPONDENT = 'row_per_respondent',
  ROW_PER_ANSWER = 'row_per_answer',
}
registerEnumType(ImportShapeEnum, { name: 'ImportShape' });

export enum ImportModeEnum {
  ALL_OR_NOTHING = 'all_or_nothing',
  ACCEPT_GOOD = 'accept_good',
}
registerEnumType(ImportModeEnum, { name: 'ImportMode' });

export enum ImportStateEnum {
  PREVIEWED = 'previewed',
  WAITING = 'waiting',
  RUNNING = 'running',
  COMPLETED = 'completed',
  REFUSED = 'refused',
  FAILED = 'failed',
}
registerEnumType(ImportStateEnum, { name: 'ImportState' });

@ObjectType('UploadedColumn')
export class UploadedColumnType {
  @Field(() => Int) index: number;
  @Field() header: string;
  @Field(() => [String], { description: 'Different texts that stand in the column.' }) samples: string[];
}

@ObjectType('UploadedTable')
export class UploadedTableType {
  @Field(() => ID) fileId: string;
  @Field() fileName: string;
  @Field() format: string;
  @Field(() => String, { nullable: true }) encoding: string | null;
  @Field(() => String, { nullable: true }) delimiter: string | null;
  @Field(() => [String]) sheets: string[];
  @Field(() => String, { nullable: true }) sheet: string | null;
  @Field(() => Int) headerRow: number;
  @Field(() => [UploadedColumnType]) columns: UploadedColumnType[];
  @Field(() => [[String]]) sampleRows: string[][];
  @Field(() => Int) rowCount: number;
  @Field(() => [String], { description: 'What to know before trusting what was read, in the reader’s language.' })
  notes: string[];
  @Field(() => Json, { description: 'In the form of AnswerMappingInput; may be sent back unchanged.' })
  suggestedMapping: unknown;
}

@ObjectType('AnswerImport')
export class AnswerImportType {
  @Field(() => ID) id: string;
  @Field(() => ID) assessmentId: string;
  @Field() fileName: string;
  @Field(() => ImportStateEnum) state: ImportStateEnum;
  @Field(() => ImportModeEnum) mode: ImportModeEnum;
  @Field(() => ID, { nullable: true }) jobId: string | null;
  @Field(() => Int) rowsRead: number;
  @Field(() => Int) rowsGood: number;
  @Field(() => Int) rowsBad: number;
  @Field(() => Int) answers: number;
  @Field(() => Int, { description: 'Respondents who were in the wave already, and were left as they are.' })
  duplicates: number;
  @Field(() => Int) errorCount: number;
  @Field() createdAt: Date;
  @Field(() => Date, { nullable: true }) finishedAt: Date | null;
}

@ObjectType('ImportProblem')
export class ImportProblemType {
  @Field(() => Int, { description: 'As the spreadsheet numbers it.' }) row: number;
  @Field(() => String, { nullable: true }) column: string | null;
  @Field() code: string;
  @Field() message: string;
  @Field(() => String, { nullable: true }) value: string | null;
}

@ObjectType('ImportProblemGroup', { description: 'The problems of one column that have one reason.' })
export class ImportProblemGroupType {
  @Field(() => String, { nullable: true }) column: string | null;
  @Field() code: string;
  @Field(() => [String], { description: 'Why; more than one where the reason differs in its details. Examples.' })
  messages: string[];
  @Field(() => Int) count: number;
  @Field(() => [Int], { description: 'The first rows, as the spreadsheet numbers them.' }) rows: number[];
  @Field(() => [String], { description: 'What stands in the cells. Examples.' }) values: string[];
}

@ObjectType('ImportPreview')
export class ImportPreviewType {
  @Field(() => Int) rowsRead: number;
  @Field(() => Int) rowsGood: number;
  @Field(() => Int) rowsBad: number;
  @Field(() => Int) submissions: number;
  @Field(() => Int) answers: number;
  @Field(() => [ImportProblemType]) problems: ImportProblemType[];
  @Field(() => Int) problemCount: number;
  @Field(() => [ImportProblemGroupType], { description: 'Every kind of problem, by column and reason.' })
  problemGroups: ImportProblemGroupType[];
  @Field({ description: 'There are more problems than are listed.' }) truncated: boolean;
  @Field({ description: 'Only the first rows of a large file were looked at: the counts are theirs.' })
  sampled: boolean;
}

export const ImportProblemConnectionType = connectionOf('ImportProblem', ImportProblemType);
