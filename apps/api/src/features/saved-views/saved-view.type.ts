import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

export enum SavedViewPageEnum {
  ALERTS = 'alerts',
  METRICS = 'metrics',
  TOUCHPOINTS = 'touchpoints',
  JOURNEYS = 'journeys',
  PAIN_POINTS = 'pain_points',
}
registerEnumType(SavedViewPageEnum, { name: 'SavedViewPage', description: 'A list whose filters can be kept.' });

@ObjectType('SavedView', { description: 'Filters of a list under a name. It gives access to nothing.' })
export class SavedViewType {
  @Field(() => ID) id: string;
  @Field() name: string;
  @Field({ description: 'The filters as they stand in the address of the list.' }) query: string;
  @Field({ description: 'Whether every member sees it, or its owner alone.' }) shared: boolean;
  @Field() ownerName: string;
  @Field({ description: 'Whether it is the reader’s own.' }) mine: boolean;
  @Field() mayUpdate: boolean;
  @Field(() => Int) version: number;
}

@InputType()
export class SavedViewInput {
  @Field() name: string;
  @Field({ description: 'The filters as they stand in the address of the list, such as `state=OPEN&mine=true`.' })
  query: string;
  @Field(() => Boolean, { nullable: true, description: 'For its owner alone, if absent.' })
  shared?: boolean | null;
}

@InputType({ description: 'What of a view is to be another; what is absent stays.' })
export class SavedViewChangeInput {
  @Field(() => String, { nullable: true }) name?: string | null;
  @Field(() => String, { nullable: true }) query?: string | null;
  @Field(() => Boolean, { nullable: true }) shared?: boolean | null;
}
