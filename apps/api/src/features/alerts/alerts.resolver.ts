import { Args, ID, Int, Query, Resolver, Subscription } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import type { Connection } from '../../platform/graphql/connection.js';
import type { EventFeed } from '../../platform/live/event-feed.js';
import { follow } from '../../platform/live/follow.js';
import { LiveEvents } from '../../platform/live/live-events.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { AlertRuleEnum, AlertSeverityEnum, AlertStateEnum } from './alert.enums.js';
import {
  AlertAssigneeType,
  AlertBadgeType,
  AlertConnectionType,
  AlertPreferenceType,
  AlertSettingsType,
  type AlertSummaryType,
  AlertType,
} from './alert.type.js';
import { AlertSettingsService } from './alert-settings.service.js';
import { ALERTS_TOPIC } from './alerts-topic.js';
import { AlertsReadModel } from './alerts.read-model.js';

const optionalId = { type: () => ID, nullable: true };
const text = { type: () => String, nullable: true };

/** Reading alerts. */
@Resolver()
export class AlertsResolver {
  constructor(
    private readonly reads: AlertsReadModel,
    private readonly settings: AlertSettingsService,
    private readonly live: LiveEvents,
  ) {}

  @Query(() => AlertConnectionType, { description: 'The weightiest first, and of equal weight the newest.' })
  @Allow('read', 'Alert')
  alerts(
    @CurrentMember() member: MemberPrincipal,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 25 }) first: number | null,
    @Args('after', text) after: string | null,
    @Args('states', { type: () => [AlertStateEnum], nullable: true }) states: AlertStateEnum[] | null,
    @Args('rule', { type: () => AlertRuleEnum, nullable: true }) rule: AlertRuleEnum | null,
    @Args('severity', { type: () => AlertSeverityEnum, nullable: true }) severity: AlertSeverityEnum | null,
    @Args('teamId', optionalId) teamId: string | null,
    @Args('metricId', optionalId) metricId: string | null,
    @Args('touchpointId', optionalId) touchpointId: string | null,
    @Args('mine', { type: () => Boolean, nullable: true, defaultValue: false }) mine: boolean | null,
    @Args('search', text) search: string | null,
  ): Promise<Connection<AlertSummaryType>> {
    return this.reads.list(member, {
      first: first ?? 25,
      after,
      states: states ?? null,
      rule: rule ?? null,
      severity: severity ?? null,
      teamId: teamId ?? null,
      metricId: metricId ?? null,
      touchpointId: touchpointId ?? null,
      mine: mine ?? false,
      search,
    });
  }

  @Query(() => AlertType)
  @Allow('read', 'Alert')
  alert(@CurrentMember() member: MemberPrincipal, @Args('id', { type: () => ID }) id: string): Promise<AlertType> {
    return this.reads.one(member, id);
  }

  @Query(() => [AlertAssigneeType], { description: 'Who can be given an alert.' })
  @Allow('update', 'Alert')
  alertAssignees(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<AlertAssigneeType[]> {
    return this.reads.assignees(member, id);
  }

  @Query(() => AlertBadgeType)
  @Allow('read', 'Alert')
  async alertBadge(@CurrentMember() member: MemberPrincipal): Promise<AlertBadgeType> {
    return { waiting: await this.reads.waiting(member) };
  }

  @Query(() => AlertSettingsType)
  @Allow('read', 'Alert')
  alertSettings(@CurrentMember() member: MemberPrincipal): Promise<AlertSettingsType> {
    return this.settings.read(member);
  }

  @Query(() => AlertPreferenceType)
  @Allow('read', 'Alert')
  alertPreference(@CurrentMember() member: MemberPrincipal): Promise<AlertPreferenceType> {
    return this.settings.preference(member);
  }

  @Subscription(() => AlertBadgeType, {
    description:
      'What waits for the reader now, and again whenever an alert of the organisation was opened or has changed.',
    resolve: (badge: AlertBadgeType) => badge,
  })
  @Allow('read', 'Alert')
  async alertsChanged(@CurrentMember() member: MemberPrincipal): Promise<AsyncIterableIterator<AlertBadgeType>> {
    return follow(this.live.asyncIterator(ALERTS_TOPIC, member.organizationId), (feed) => this.badges(member, feed));
  }

  private async *badges(member: MemberPrincipal, events: EventFeed): AsyncGenerator<AlertBadgeType, void> {
    yield { waiting: await this.reads.waiting(member) };
    for await (const _ of events) yield { waiting: await this.reads.waiting(member) };
  }
}
