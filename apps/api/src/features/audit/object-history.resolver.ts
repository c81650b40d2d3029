import { Args, ID, Int, ObjectType, Query, registerEnumType, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import { type Connection, connectionOf } from '../../platform/graphql/connection.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { AuditEventsReadModel } from './audit-events.read-model.js';
import { EditType } from './edit.type.js';

/** Objects whose whole history is everybody's who may read them: what people could later be held to. */
enum HistoryOfEnum {
  BENEFIT = 'Benefit',
  DECISION = 'Decision',
  EFFECT = 'Effect',
  FEEDBACK = 'Feedback',
  OPPORTUNITY = 'Opportunity',
}
registerEnumType(HistoryOfEnum, { name: 'HistoryOf' });

@ObjectType('ObjectEdit', { description: 'What somebody did to an object, from the audit trail.' })
export class ObjectEditType extends EditType {}
const ObjectEditConnection = connectionOf('ObjectEdit', ObjectEditType);

/** Whoever reads an object reads how it came to be what it is, without the right to the whole trail. */
@Resolver()
export class ObjectHistoryResolver {
  constructor(private readonly events: AuditEventsReadModel) {}

  /** All of these are open to every member, as an initiative is. */
  @Query(() => ObjectEditConnection, { description: 'What was done to an object, latest first.' })
  @Allow('read', 'Initiative')
  objectHistory(
    @CurrentMember() member: MemberPrincipal,
    @Args('of', { type: () => HistoryOfEnum }) objectKind: HistoryOfEnum,
    @Args('id', { type: () => ID }) id: string,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 10 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<Connection<ObjectEditType>> {
    const page = { first: first ?? 10, after: after ?? null };
    return this.events.list(member, { ...page, objectKind, objectId: id, act: null, search: null });
  }
}
