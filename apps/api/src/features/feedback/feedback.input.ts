import { Field, Float, ID, InputType } from '@nestjs/graphql';
import { IsNotEmpty, IsOptional, MaxLength } from 'class-validator';
import { FeedbackSourceEnum } from './feedback.enums.js';

@InputType()
export class FeedbackInput {
  @Field(() => FeedbackSourceEnum, {
    description: 'Not ALERT or ASSESSMENT_GAP: these come from where they were found.',
  })
  source: FeedbackSourceEnum;

  @Field()
  @IsNotEmpty()
  @MaxLength(8000)
  text: string;

  @Field(() => Date, { nullable: true, description: 'Now, where nothing is said.' })
  saidAt?: Date | null;

  @Field(() => Float, { nullable: true })
  rating?: number | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  touchpointId?: string | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  personaId?: string | null;
}

@InputType({
  description: 'A practice or dimension of a published assessment in which groups of raters differ beyond noise.',
})
export class GapFeedbackInput {
  @Field(() => ID) assessmentId: string;
  @Field() nodeId: string;

  @Field({ description: 'What customers run into because of it.' })
  @IsNotEmpty()
  @MaxLength(8000)
  text: string;
}
