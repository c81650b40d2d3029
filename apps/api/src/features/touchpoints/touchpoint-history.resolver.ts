import { Args, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import { type Connection, connectionOf } from '../../platform/graphql/connection.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { AuditEventsReadModel, EditType } from '../audit/index.js';

@ObjectType('TouchpointEdit', { description: 'What somebody did to a touchpoint, from the audit trail.' })
export class TouchpointEditType extends EditType {}
const TouchpointEditConnection = connectionOf('TouchpointEdit', TouchpointEditType);

/** Who keeps a touchpoint may look after its past without the right to the whole trail. */
@Resolver()
export class TouchpointHistoryResolver {
  constructor(private readonly events: AuditEventsReadModel) {}

  @Query(() => TouchpointEditConnection, { description: 'What was done to a touchpoint itself, latest first.' })
  @Allow('read', 'Touchpoint')
  touchpointHistory(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', { type: () => ID }) id: string,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 10 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<Connection<TouchpointEditType>> {
    const page = { first: first ?? 10, after: after ?? null };
    return this.events.list(member, { ...page, objectKind: 'Touchpoint', objectId: id, act: null, search: null });
  }
}
