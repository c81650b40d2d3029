import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { LocalizedText } from '@touchstone/domain';
import { DateOnly, LocalizedTextScalar } from '../../platform/graphql/scalars.js';
import { TraceKindEnum, TraceRelationEnum } from './trace.enums.js';

const text = { nullable: true } as const;

@ObjectType('TraceFacts', { description: 'What the name of an object is spoken with; only what its kind has.' })
export class TraceFactsType {
  @Field(() => String, { ...text, description: 'Effect: UP or DOWN.' }) direction: string | null;
  @Field(() => Float, { ...text, description: 'Effect: what was promised, in the metric’s unit.' })
  expectedChange: number | null;
  @Field(() => String, { ...text, description: 'Effect: how it is judged.' }) method: string | null;
  @Field(() => String, { ...text, description: 'Effect and verdict: of the metric.' }) unit: string | null;
  @Field(() => String, { ...text, description: 'Verdict: EVALUATION or WATCH.' }) occasion: string | null;
  @Field(() => DateOnly, { ...text, description: 'Verdict.' }) judgedOn: string | null;
  @Field(() => Float, { ...text, description: 'Verdict: the change that was found.' }) estimate: number | null;
  @Field(() => Float, text) lower: number | null;
  @Field(() => Float, text) upper: number | null;
  @Field(() => String, { ...text, description: 'Alert: which rule opened it.' }) rule: string | null;
  @Field(() => String, { ...text, description: 'Decision: the option that was chosen.' }) chosenOption: string | null;
  @Field(() => String, { ...text, description: 'Stage: its journey. Gap: its assessment.' }) partOf: string | null;
}

@ObjectType('TraceMore')
export class TraceMoreType {
  @Field(() => TraceKindEnum) kind: TraceKindEnum;
  @Field({ description: 'Down the thread, or up.' }) down: boolean;
  @Field(() => Int) count: number;
}

@ObjectType('TraceNode')
export class TraceNodeType {
  @Field(() => TraceKindEnum) kind: TraceKindEnum;
  @Field(() => ID, {
    ...text,
    description: 'Null where it is withheld. A gap is named by its assessment and its node.',
  })
  id: string | null;
  @Field({ description: 'It is there, and the reader may not see it.' }) withheld: boolean;
  @Field(() => Int, { ...text, description: 'As people say it: P-12, O-3, I-7, D-4.' }) number: number | null;
  @Field(() => String, { ...text, description: 'Of an effect and of a verdict, the name of the metric.' })
  name: string | null;
  @Field(() => LocalizedTextScalar, { ...text, description: 'Instead of the name, where the model gives it.' })
  localizedName: LocalizedText | null;
  @Field(() => String, { ...text, description: 'On the day, in the words of its kind; null where nobody kept it.' })
  state: string | null;
  @Field(() => ID, { ...text, description: 'The object on whose page it stands, where it has no page of its own.' })
  pageId: string | null;
  @Field(() => Int, { description: 'Joints away from the origin; up the thread they count down from 0.' })
  distance: number;
  @Field(() => TraceFactsType, text) facts: TraceFactsType | null;
  @Field(() => [TraceMoreType], { description: 'Neighbours that are there and not among the nodes.' })
  more: TraceMoreType[];
}

@ObjectType('TraceEdge')
export class TraceEdgeType {
  @Field(() => Int, { description: 'Place among the nodes.' }) from: number;
  @Field(() => Int) to: number;
  @Field(() => TraceRelationEnum) relation: TraceRelationEnum;
}

@ObjectType('Trace')
export class TraceType {
  @Field(() => DateOnly) on: string;
  @Field(() => [TraceNodeType], { description: 'The origin first, then by distance.' }) nodes: TraceNodeType[];
  @Field(() => [TraceEdgeType]) edges: TraceEdgeType[];
  @Field({ description: 'False where the thread was so long that it was cut off before its ends.' }) complete: boolean;
}

@ObjectType('Traceable', { description: 'Something that a trace can begin at.' })
export class TraceableType {
  @Field(() => TraceKindEnum) kind: TraceKindEnum;
  @Field(() => ID) id: string;
  @Field(() => Int, text) number: number | null;
  @Field() name: string;
}
