import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { InvitationStateEnum } from './assessment.enums.js';

@ObjectType('Invitation')
export class InvitationType {
  @Field(() => ID) id: string;
  @Field(() => ID) raterGroupId: string;
  @Field() raterGroupName: string;
  @Field(() => String, { nullable: true }) email: string | null;
  @Field(() => String, { nullable: true }) name: string | null;
  @Field(() => InvitationStateEnum) state: InvitationStateEnum;
  @Field(() => Date, { nullable: true }) mailedAt: Date | null;
  @Field(() => Date, { nullable: true }) remindedAt: Date | null;
  @Field(() => Int) reminderCount: number;
  @Field() hasDraft: boolean;
  @Field(() => Date) expiresAt: Date;
}

export const InvitationConnection = connectionOf('Invitation', InvitationType);

@ObjectType('IssuedInvitation', { description: 'The link is shown once: only its hash is kept.' })
export class IssuedInvitationType {
  @Field(() => InvitationType) invitation: InvitationType;
  @Field() link: string;
}

@ObjectType('ReminderOutcome')
export class ReminderOutcomeType {
  @Field(() => Int) queued: number;
  @Field(() => Int) skippedSubmitted: number;
  @Field(() => Int) skippedWithoutEmail: number;
}
