import { Field, ID, ObjectType } from '@nestjs/graphql';
import { LaneEnum } from './journey.enums.js';

@ObjectType('JourneyPresence', { description: 'A colleague who has the map open at this moment.' })
export class JourneyPresenceType {
  @Field(() => ID) membershipId: string;
  @Field() name: string;
  @Field(() => ID, { nullable: true, description: 'The stage in whose cell they are writing, if they are.' })
  stageId: string | null;
  @Field(() => LaneEnum, { nullable: true }) lane: LaneEnum | null;
}
