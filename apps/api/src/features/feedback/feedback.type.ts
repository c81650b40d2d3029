import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { FeedbackSourceEnum, FeedbackStateEnum } from './feedback.enums.js';

@ObjectType('Feedback', { description: 'One thing that somebody said or that the system noticed, as it came in.' })
export class FeedbackType {
  @Field(() => ID) id: string;
  @Field(() => FeedbackSourceEnum) source: FeedbackSourceEnum;
  @Field() text: string;
  @Field({ description: 'zh, ja, ko, or und where the script does not tell.' }) language: string;
  @Field() saidAt: Date;
  @Field(() => Float, { nullable: true }) rating: number | null;
  @Field(() => ID, { nullable: true }) touchpointId: string | null;
  @Field(() => String, { nullable: true }) touchpointName: string | null;
  @Field(() => ID, { nullable: true }) personaId: string | null;
  @Field(() => String, { nullable: true }) personaName: string | null;
  @Field(() => ID, { nullable: true }) metricId: string | null;
  @Field(() => String, { nullable: true }) metricName: string | null;
  @Field(() => ID, { nullable: true }) alertId: string | null;
  @Field(() => ID, { nullable: true }) assessmentId: string | null;
  @Field(() => String, { nullable: true }) nodeId: string | null;
  @Field(() => ID, { nullable: true, description: 'The import that brought it in.' }) importId: string | null;
  @Field(() => String, { nullable: true, description: 'The file that was imported.' }) importName: string | null;
  @Field(() => FeedbackStateEnum) state: FeedbackStateEnum;
  @Field(() => ID, { nullable: true }) painPointId: string | null;
  @Field(() => Int, { nullable: true }) painPointNumber: number | null;
  @Field(() => String, { nullable: true }) painPointTitle: string | null;
  @Field(() => ID, { nullable: true }) mergedIntoId: string | null;
  @Field(() => Int, { description: 'How many others were merged into this one.' }) mergedCount: number;
  @Field(() => String, { nullable: true }) dismissedReason: string | null;
  @Field(() => String, { nullable: true }) triagedByName: string | null;
  @Field(() => Date, { nullable: true }) triagedAt: Date | null;
  @Field(() => String, { nullable: true }) createdByName: string | null;
  @Field() createdAt: Date;
  @Field() mayUpdate: boolean;
  @Field(() => Int) version: number;
}

export const FeedbackConnection = connectionOf('Feedback', FeedbackType);

@ObjectType('NearFeedback')
export class NearFeedbackType {
  @Field(() => FeedbackType) feedback: FeedbackType;
  @Field(() => Float, { description: 'Exact Jaccard similarity of both texts, 0 to 1.' }) similarity: number;
}
