import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

/** GraphQL speaks in capitals; the domain's own words are the values. */
export enum RoleEnum {
  ADMINISTRATOR = 'administrator',
  PROGRAMME_OFFICE = 'programme_office',
  TEAM_LEAD = 'team_lead',
  EXECUTIVE = 'executive',
  CONTRIBUTOR = 'contributor',
}
registerEnumType(RoleEnum, { name: 'Role' });

@ObjectType('Organization')
export class OrganizationType {
  @Field(() => ID) id: string;
  @Field() name: string;
  @Field() timeZone: string;
  @Field(() => Int, { description: '1 = Monday … 7 = Sunday' }) weekStart: number;
  @Field(() => [String]) locales: string[];
  @Field(() => Int) minimumGroupSize: number;
  @Field(() => Int) version: number;
}

@ObjectType('ViewerOrganization')
export class ViewerOrganizationType {
  @Field(() => ID) id: string;
  @Field() name: string;
  @Field(() => RoleEnum) role: RoleEnum;
}

@ObjectType('Viewer')
export class ViewerType {
  @Field(() => ID) userId: string;
  @Field(() => ID) membershipId: string;
  @Field() email: string;
  @Field() name: string;
  @Field() locale: string;
  @Field(() => RoleEnum) role: RoleEnum;
  @Field(() => [ID]) teamIds: string[];
  @Field(() => OrganizationType) organization: OrganizationType;
  @Field(() => [ViewerOrganizationType]) organizations: ViewerOrganizationType[];
}
