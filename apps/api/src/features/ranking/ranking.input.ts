import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { DateOnly } from '../../platform/graphql/scalars.js';

@InputType()
export class RankingRoundInput {
  @Field() name: string;
  @Field(() => DateOnly, { description: 'The last day on which judges may hand in.' }) closesOn: string;
  @Field(() => [ID], { description: 'Executives and team leads; at least three.' }) judgeIds: string[];
}

@InputType()
export class NewRankingRoundInput extends RankingRoundInput {
  @Field(() => [ID], { description: 'What is ranked; it stays what it is once the round is open.' })
  opportunityIds: string[];
}

@InputType()
export class TouchpointWeightInput {
  @Field(() => Float, { nullable: true, description: '0 to 1; null where nobody knows it.' })
  driverWeight?: number | null;
  @Field(() => String, { nullable: true, description: 'Demanded with the weight.' }) driverWeightSource?: string | null;
  @Field(() => Int, { nullable: true, description: 'How many answers it rests on.' }) driverWeightN?: number | null;
  @Field(() => DateOnly, { nullable: true, description: 'The day of which the number speaks.' })
  driverWeightAsOf?: string | null;
  @Field(() => Float, { nullable: true, description: 'Customers, cases or visits in a month.' }) volume?: number | null;
  @Field(() => String, { nullable: true, description: 'Demanded with the volume.' }) volumeSource?: string | null;
  @Field(() => DateOnly, { nullable: true }) volumeAsOf?: string | null;
}
