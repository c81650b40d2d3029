import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('BusinessUnit')
export class BusinessUnitType {
  @Field(() => ID) id: string;
  @Field(() => ID, { nullable: true }) parentId: string | null;
  @Field() name: string;
  @Field(() => Int, { description: 'Teams of the unit itself, without those of the units below it.' })
  teamCount: number;
  @Field(() => Date, { nullable: true }) archivedAt: Date | null;
  @Field(() => Int) version: number;
}
