import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { RoleEnum } from '../identity/index.js';

export enum MembershipStateEnum {
  INVITED = 'invited',
  ACTIVE = 'active',
  ENDED = 'ended',
}
registerEnumType(MembershipStateEnum, { name: 'MembershipState' });

@ObjectType('PersonTeam')
export class PersonTeamType {
  @Field(() => ID) id: string;
  @Field() name: string;
  @Field() lead: boolean;
}

@ObjectType('Person', { description: 'Somebody in the organisation, or invited to it; the id is the membership’s.' })
export class PersonType {
  @Field(() => ID) id: string;
  @Field(() => ID, { nullable: true }) userId: string | null;
  @Field() email: string;
  @Field() name: string;
  @Field(() => RoleEnum) role: RoleEnum;
  @Field(() => MembershipStateEnum) state: MembershipStateEnum;
  @Field(() => [PersonTeamType]) teams: PersonTeamType[];
  @Field(() => Date, { nullable: true }) invitedAt: Date | null;
  @Field(() => Date) validFrom: Date;
  @Field(() => Date, { nullable: true }) validTo: Date | null;
  @Field(() => Int) version: number;
}

export const PersonConnection = connectionOf('Person', PersonType);

@ObjectType('PersonInvitation', { description: 'The link is shown once: only its hash is kept.' })
export class PersonInvitationType {
  @Field(() => PersonType) person: PersonType;
  @Field() link: string;
  @Field(() => Date) expiresAt: Date;
  @Field() mailed: boolean;
}

@ObjectType('MembershipInvitationPreview')
export class MembershipInvitationPreviewType {
  @Field() organizationName: string;
  @Field() email: string;
  @Field(() => RoleEnum) role: RoleEnum;
  @Field(() => Date) expiresAt: Date;
  @Field() hasAccount: boolean;
}
