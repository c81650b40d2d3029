import { Args, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { AlertActsService } from './alert-acts.service.js';
import { AlertSettingsService } from './alert-settings.service.js';
import { AlertCloseReasonEnum, AlertMailEnum } from './alert.enums.js';
import { AlertPreferenceType, AlertSettingsType, AlertType } from './alert.type.js';
import { AlertPainPointInput } from './pain-point-of-alert.js';

const idType = { type: () => ID };
const versionType = { type: () => Int };
const noteType = { type: () => String, nullable: true };

/** Dealing with alerts. */
@Resolver()
export class AlertActsResolver {
  constructor(
    private readonly acts: AlertActsService,
    private readonly settings: AlertSettingsService,
  ) {}

  @Mutation(() => AlertType, { description: 'Says that somebody has seen it; it is not escalated any more.' })
  @Allow('update', 'Alert')
  acknowledgeAlert(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('note', noteType) note: string | null,
  ): Promise<AlertType> {
    return this.acts.acknowledge(member, id, version, note);
  }

  @Mutation(() => AlertType)
  @Allow('update', 'Alert')
  snoozeAlert(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('until') until: Date,
    @Args('note', noteType) note: string | null,
  ): Promise<AlertType> {
    return this.acts.snooze(member, id, version, until, note);
  }

  @Mutation(() => AlertType, { description: 'Without a person it is given back to the team.' })
  @Allow('update', 'Alert')
  assignAlert(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('membershipId', { type: () => ID, nullable: true }) membershipId: string | null,
  ): Promise<AlertType> {
    return this.acts.assign(member, id, version, membershipId ?? null);
  }

  @Mutation(() => AlertType, { description: 'One level up: to the programme office, then to the executives.' })
  @Allow('update', 'Alert')
  escalateAlert(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('note', noteType) note: string | null,
  ): Promise<AlertType> {
    return this.acts.escalate(member, id, version, note);
  }

  @Mutation(() => AlertType, {
    description: 'With the reason PAIN_POINT, what it is about goes into the inbox of feedback.',
  })
  @Allow('update', 'Alert')
  closeAlert(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('reason', { type: () => AlertCloseReasonEnum }) reason: AlertCloseReasonEnum,
    @Args('note', noteType) note: string | null,
    @Args('painPoint', { type: () => AlertPainPointInput, nullable: true }) painPoint: AlertPainPointInput | null,
  ): Promise<AlertType> {
    return this.acts.close(member, id, version, reason, note, painPoint ?? null);
  }

  @Mutation(() => AlertType)
  @Allow('update', 'Alert')
  reopenAlert(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('note', noteType) note: string | null,
  ): Promise<AlertType> {
    return this.acts.reopen(member, id, version, note);
  }

  @Mutation(() => AlertType)
  @Allow('update', 'Alert')
  noteAlert(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('note') note: string,
  ): Promise<AlertType> {
    return this.acts.note(member, id, note);
  }

  @Mutation(() => AlertSettingsType)
  @Allow('run', 'Alert')
  updateAlertSettings(
    @CurrentMember() member: MemberPrincipal,
    @Args('version', versionType) version: number,
    @Args('officeAfterHours', { type: () => Int }) officeAfterHours: number,
    @Args('executiveAfterHours', { type: () => Int }) executiveAfterHours: number,
  ): Promise<AlertSettingsType> {
    return this.settings.update(member, version, { officeAfterHours, executiveAfterHours });
  }

  @Mutation(() => AlertPreferenceType, { description: 'What the reader wants letters about.' })
  @Allow('update', 'Profile')
  setAlertPreference(
    @CurrentMember() member: MemberPrincipal,
    @Args('mail', { type: () => AlertMailEnum }) mail: AlertMailEnum,
  ): Promise<AlertPreferenceType> {
    return this.settings.prefer(member, mail);
  }
}
