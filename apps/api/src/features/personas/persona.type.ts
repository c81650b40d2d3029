import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';

export enum PersonaKindEnum {
  CUSTOMER = 'customer',
  EMPLOYEE = 'employee',
  PARTNER = 'partner',
}
registerEnumType(PersonaKindEnum, { name: 'PersonaKind', description: 'Whom a persona stands for.' });

@ObjectType('Persona')
export class PersonaType {
  @Field(() => ID) id: string;
  @Field() name: string;
  @Field(() => PersonaKindEnum) kind: PersonaKindEnum;
  @Field({ description: 'Who they are and how they live.' }) description: string;
  @Field({ description: 'What they need from whoever serves them.' }) needs: string;
  @Field(() => Int, { description: 'How many journeys of the atlas are theirs.' }) journeyCount: number;
  @Field(() => Date, { nullable: true }) archivedAt: Date | null;
  @Field(() => Int) version: number;
}
export const PersonaConnection = connectionOf('Persona', PersonaType);

@InputType()
export class PersonaInput {
  @Field() name: string;
  @Field(() => PersonaKindEnum, { nullable: true, description: 'A customer, if absent.' })
  kind?: `${PersonaKindEnum}` | null;
  @Field(() => String, { nullable: true }) description?: string | null;
  @Field(() => String, { nullable: true }) needs?: string | null;
}
