import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';

export enum TeamKindEnum {
  PRODUCT = 'product',
  DESIGN = 'design',
  OPERATIONS = 'operations',
  BUSINESS = 'business',
  SERVICE = 'service',
  TECHNOLOGY = 'technology',
  RESEARCH = 'research',
  OTHER = 'other',
}
registerEnumType(TeamKindEnum, { name: 'TeamKind' });

@ObjectType('Team')
export class TeamType {
  @Field(() => ID) id: string;
  @Field() name: string;
  @Field(() => TeamKindEnum) kind: TeamKindEnum;
  @Field(() => ID, { nullable: true }) businessUnitId: string | null;
  @Field(() => String, { nullable: true }) businessUnitName: string | null;
  @Field(() => Int) memberCount: number;
  @Field(() => [String], { description: 'Names of those who lead the team now.' }) leads: string[];
  @Field(() => Date, { nullable: true }) archivedAt: Date | null;
  @Field(() => Int) version: number;
}

export const TeamConnection = connectionOf('Team', TeamType);
