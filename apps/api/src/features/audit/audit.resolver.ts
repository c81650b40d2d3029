import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { AuditEventsReadModel } from './audit-events.read-model.js';
import { AuditVerificationService } from './audit-verification.service.js';
import { AuditEventConnection, type AuditEventType, AuditVerificationType } from './audit.type.js';

const optionalText = { type: () => String, nullable: true };

@Resolver()
export class AuditResolver {
  constructor(
    private readonly events: AuditEventsReadModel,
    private readonly verification: AuditVerificationService,
  ) {}

  @Query(() => AuditEventConnection)
  @Allow('read', 'AuditTrail')
  auditEvents(
    @CurrentMember() member: MemberPrincipal,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number | null,
    @Args('after', optionalText) after: string | null,
    @Args('objectKind', optionalText) objectKind: string | null,
    @Args('objectId', { type: () => ID, nullable: true }) objectId: string | null,
    @Args('act', optionalText) act: string | null,
    @Args('search', optionalText) search: string | null,
  ): Promise<Connection<AuditEventType>> {
    return this.events.list(member, { first: first ?? 50, after, objectKind, objectId, act, search });
  }

  @Mutation(() => AuditVerificationType, { description: 'Reads the whole chain; changes nothing but leaves an event.' })
  @Allow('verify', 'AuditTrail')
  verifyAudit(@CurrentMember() member: MemberPrincipal): Promise<AuditVerificationType> {
    return this.verification.verify(member);
  }
}
