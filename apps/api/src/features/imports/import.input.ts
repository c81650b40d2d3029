import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Json } from '../../platform/graphql/scalars.js';
import { ImportShapeEnum } from './import.type.js';

/** Checked as a whole against model, wave and itself by `checkMapping`, which names every problem at once. */
@InputType({
  description:
    'What a column holds. target: respondent, group, item, value, comment or ignore. One row per respondent: item and comment name an item. One row per answer: item is the column that says which item a row answers, value the answer.',
})
export class ColumnMappingInput {
  @Field(() => Int, { description: 'Counted from 0.' }) column: number;
  @Field() target: string;
  @Field(() => String, { nullable: true }) itemId?: string | null;
}

@InputType()
export class AnswerMappingInput {
  @Field(() => ImportShapeEnum) shape: ImportShapeEnum;
  @Field(() => [ColumnMappingInput]) columns: ColumnMappingInput[];
  @Field(() => Json, { description: 'What the file calls a group → the id of a rater group of the wave.' })
  groupValues: unknown;
  @Field(() => ID, { nullable: true, description: 'The group of rows that name none.' })
  raterGroupId?: string | null;
  @Field(() => [String], { nullable: true }) notApplicableWords?: string[] | null;
  @Field(() => String, { nullable: true }) sheet?: string | null;
  @Field(() => Int, { nullable: true }) headerRow?: number | null;
}
