import { Args, Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import { type Connection, connectionOf } from '../../platform/graphql/connection.js';
import { Json } from '../../platform/graphql/scalars.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { AuditEventsReadModel } from '../audit/index.js';

@ObjectType('OpportunityEdit', { description: 'What somebody did to an opportunity, from the audit trail.' })
export class OpportunityEditType {
  @Field(() => ID) id: string;
  @Field(() => Date) occurredAt: Date;
  @Field({ description: 'member, token (a member’s access token) or system' }) actorKind: string;
  @Field(() => String, { nullable: true }) actorName: string | null;
  @Field({ description: 'Subject and verb, e.g. opportunity.parked' }) act: string;
  @Field(() => Json, { description: 'Changed fields as {field: {before, after}}, or the first values.' })
  changes: unknown;
}
const OpportunityEditConnection = connectionOf('OpportunityEdit', OpportunityEditType);

/** Whoever reads an opportunity reads how it came to be what it is, without the right to the whole trail. */
@Resolver()
export class OpportunityHistoryResolver {
  constructor(private readonly events: AuditEventsReadModel) {}

  @Query(() => OpportunityEditConnection, { description: 'What was done to an opportunity, latest first.' })
  @Allow('read', 'Opportunity')
  opportunityHistory(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', { type: () => ID }) id: string,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 10 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<Connection<OpportunityEditType>> {
    const page = { first: first ?? 10, after: after ?? null };
    return this.events.list(member, { ...page, objectKind: 'Opportunity', objectId: id, act: null, search: null });
  }
}
