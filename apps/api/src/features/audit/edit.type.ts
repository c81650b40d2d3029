import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Json } from '../../platform/graphql/scalars.js';

/** What somebody did, as whoever may read the object may know it: without the trail's own facts. */
@ObjectType({ isAbstract: true })
export abstract class EditType {
  @Field(() => ID) id: string;
  @Field(() => Date) occurredAt: Date;
  @Field({ description: 'member, token (a member’s access token) or system' }) actorKind: string;
  @Field(() => String, { nullable: true }) actorName: string | null;
  @Field({ description: 'Subject and verb, e.g. touchpoint.updated' }) act: string;
  @Field(() => Json, { description: 'Changed fields as {field: {before, after}}, or the first values.' })
  changes: unknown;
}
