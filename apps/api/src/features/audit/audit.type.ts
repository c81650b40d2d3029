import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { Json } from '../../platform/graphql/scalars.js';

@ObjectType('AuditEvent')
export class AuditEventType {
  @Field(() => ID) id: string;
  @Field(() => Int) sequence: number;
  @Field(() => Date) occurredAt: Date;
  @Field({ description: 'member, token (a member’s access token), respondent or system' }) actorKind: string;
  @Field(() => String, { nullable: true, description: 'The name as it is today; the trail itself holds ids only.' })
  actorName: string | null;
  @Field({ description: 'Subject and verb, e.g. assessment.opened' }) act: string;
  @Field() objectKind: string;
  @Field(() => ID, { nullable: true }) objectId: string | null;
  @Field(() => Json, { description: 'Changed fields as {field: {before, after}}, or facts that describe the act.' })
  changes: unknown;
  @Field({ description: 'SHA-256 over this event and the hash of the one before, in hexadecimal.' }) hash: string;
}

export const AuditEventConnection = connectionOf('AuditEvent', AuditEventType);

@ObjectType('AuditVerification')
export class AuditVerificationType {
  @Field() intact: boolean;
  @Field(() => Int, { description: 'How many events were checked.' }) events: number;
  @Field(() => Int, { nullable: true }) brokenAtSequence: number | null;
  @Field(() => String, { nullable: true, description: 'Kept elsewhere, it proves later that nothing was rewritten.' })
  headHash: string | null;
  @Field(() => Date) checkedAt: Date;
}
