import { Injectable } from '@nestjs/common';
import {
  type AlertAct,
  alertAfter,
  type AlertState,
  ConflictError,
  LONGEST_SNOOZE_DAYS,
  NotFoundError,
  RuleError,
  snoozeProblem,
  SYSTEM_CLOSE_REASONS,
  ValidationError,
} from '@touchstone/domain';
import { unlessTaken } from '../../platform/database/unless-taken.js';
import { newId, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';
import { enqueue } from '../../platform/jobs/enqueue.js';
import { LiveEvents } from '../../platform/live/live-events.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { mayUpdateAlert } from './alert-sql.js';
import { AlertCloseReasonEnum } from './alert.enums.js';
import type { AlertType } from './alert.type.js';
import { ALERTS_TOPIC } from './alerts-topic.js';
import { tellOfAlertsJob } from './alerts.jobs.js';
import { AlertsReadModel, ASSIGNABLE } from './alerts.read-model.js';
import { ALERT_GRAIN } from './measured-points.js';
import { type AlertPainPointInput, handOn } from './pain-point-of-alert.js';

interface KnownAlert {
  readonly id: string;
  readonly metricId: string;
  readonly state: AlertState;
  readonly escalationLevel: number;
  readonly assigneeId: string | null;
  readonly version: number;
}

interface Change {
  readonly act: string;
  /** Assignments to columns; parameters follow from $3 on. */
  readonly set: string;
  readonly parameters?: readonly unknown[];
  readonly note?: string | null;
  readonly details?: Readonly<Record<string, unknown>>;
}

const LONGEST_NOTE = 2000;

/** What people do with alerts. Every act names the version that its author has seen. */
@Injectable()
export class AlertActsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly alerts: AlertsReadModel,
    private readonly live: LiveEvents,
  ) {}

  acknowledge(member: MemberPrincipal, id: string, version: number, note: string | null): Promise<AlertType> {
    return this.act(member, id, version, 'acknowledge', async () => ({
      act: 'acknowledged',
      set: `state = 'acknowledged', snoozed_until = NULL`,
      note,
    }));
  }

  snooze(member: MemberPrincipal, id: string, version: number, until: Date, note: string | null): Promise<AlertType> {
    const problem = snoozeProblem(until, new Date());
    if (problem === 'in_the_past') throw ValidationError.of('until', 'in_the_past', 'Choose a moment to come.');
    if (problem) {
      const maximum = LONGEST_SNOOZE_DAYS;
      throw ValidationError.of('until', 'snooze_too_long', `At most ${maximum} days; close it instead.`, { maximum });
    }
    return this.act(member, id, version, 'snooze', async () => ({
      act: 'snoozed',
      set: `state = 'snoozed', snoozed_until = $3`,
      parameters: [until],
      note,
      details: { until: until.toISOString() },
    }));
  }

  /** To nobody gives it back to the team. To whom has it already changes nothing, and leaves no line in the history. */
  assign(member: MemberPrincipal, id: string, version: number, membershipId: string | null): Promise<AlertType> {
    return this.act(member, id, version, 'assign', async (transaction, alert) => {
      if (membershipId === alert.assigneeId) return null;
      if (membershipId !== null) await demandAssignable(transaction, alert.id, membershipId);
      if (membershipId !== null && membershipId !== member.membershipId)
        await enqueue(transaction, tellOfAlertsJob, { occasion: 'assigned', alertIds: [alert.id] });
      return {
        act: 'assigned',
        set: 'assignee_id = $3',
        parameters: [membershipId],
        details: { assigneeId: membershipId },
      };
    });
  }

  escalate(member: MemberPrincipal, id: string, version: number, note: string | null): Promise<AlertType> {
    return this.act(member, id, version, 'escalate', async (transaction, alert) => {
      const level = alert.escalationLevel + 1;
      if (level > 2) throw new RuleError('ALERT_AT_THE_TOP', 'The executives have this alert already.');
      await enqueue(transaction, tellOfAlertsJob, { occasion: 'escalated', alertIds: [alert.id] });
      return {
        act: 'escalated',
        set: 'escalation_level = $3',
        parameters: [level],
        note,
        details: { before: alert.escalationLevel, level },
      };
    });
  }

  /** What the data says up to now is dealt with: only finished stretches after these open the alert again. */
  close(
    member: MemberPrincipal,
    id: string,
    version: number,
    reason: AlertCloseReasonEnum,
    note: string | null,
    painPoint: AlertPainPointInput | null,
  ): Promise<AlertType> {
    if ((SYSTEM_CLOSE_REASONS as readonly string[]).includes(reason))
      throw ValidationError.of('reason', 'reason_of_system', 'Choose a reason of your own.');
    if ((reason === AlertCloseReasonEnum.PAIN_POINT) !== (painPoint !== null))
      throw ValidationError.of('painPoint', 'required', 'Say what the pain point is, or choose another reason.');
    return this.act(member, id, version, 'close', async (transaction, alert) => {
      if (painPoint) await handOn(transaction, alert, painPoint);
      return {
        act: 'closed',
        set: `state = 'closed', snoozed_until = NULL, closed_at = now(), close_reason = $3,
          closed_through = greatest(last_point, ${LAST_FINISHED_POINT})`,
        parameters: [reason],
        note,
        details: { reason },
      };
    });
  }

  reopen(member: MemberPrincipal, id: string, version: number, note: string | null): Promise<AlertType> {
    return unlessTaken(
      'alert_open_once',
      () => new RuleError('ALERT_OPENED_ANEW', 'Newer data has opened this alert again already.'),
      () =>
        this.act(member, id, version, 'reopen', async () => ({
          act: 'reopened',
          set: `state = 'open', closed_at = NULL, close_reason = NULL, closed_through = NULL, escalation_level = 0`,
          note,
        })),
    );
  }

  /** Adds to the history alone, so that nobody else's act is in its way. */
  note(member: MemberPrincipal, id: string, words: string): Promise<AlertType> {
    if (!words.trim()) throw ValidationError.of('note', 'required', 'Write what others should know.');
    return this.unitOfWork.write(member, async (transaction) => {
      const alert = await demandAlert(transaction, id);
      await tell(transaction, member, alert.id, { act: 'noted', set: '', note: words });
      transaction.audit({ act: 'alert.noted', objectKind: 'Alert', objectId: id, changes: {} });
      await this.live.publish(transaction, ALERTS_TOPIC, {});
      return this.alerts.oneIn(transaction, id);
    });
  }

  private act(
    member: MemberPrincipal,
    id: string,
    version: number,
    act: AlertAct,
    decide: (transaction: Transaction, alert: KnownAlert) => Promise<Change | null>,
  ): Promise<AlertType> {
    return this.unitOfWork.write(member, async (transaction) => {
      const alert = await demandAlert(transaction, id);
      if (alert.version !== version) throw new ConflictError('Alert', alert);
      if (alertAfter(alert.state, act) === null)
        throw new RuleError('ALERT_WRONG_STATE', `An alert that is ${alert.state} cannot be treated like that.`);
      const change = await decide(transaction, alert);
      if (!change) return this.alerts.oneIn(transaction, id);
      await transaction.query(
        `UPDATE alert a SET ${change.set}, version = version + 1 WHERE organization_id = $1 AND id = $2`,
        [transaction.organizationId, alert.id, ...(change.parameters ?? [])],
      );
      await tell(transaction, member, alert.id, change);
      const changes = { ...change.details, from: alert.state };
      transaction.audit({ act: `alert.${change.act}`, objectKind: 'Alert', objectId: alert.id, changes });
      await this.live.publish(transaction, ALERTS_TOPIC, {});
      return this.alerts.oneIn(transaction, id);
    });
  }
}

/** The start of the latest stretch that is over, of those that the alert's metric is judged by. Expects `a`. */
const LAST_FINISHED_POINT = `(
  SELECT max(r.bucket) FROM metric_version v
  JOIN rollup r ON r.organization_id = v.organization_id AND r.metric_id = v.metric_id AND r.segment_set_id = a.segment_set_id
  CROSS JOIN LATERAL (SELECT ${ALERT_GRAIN} AS grain) g
  WHERE v.organization_id = a.organization_id AND v.metric_id = a.metric_id AND r.grain = g.grain
    AND a.rule <> 'staleness'
    AND v.number = (SELECT max(w.number) FROM metric_version w WHERE w.organization_id = v.organization_id
      AND w.metric_id = v.metric_id AND w.valid_from <= now()::date)
    AND r.bucket + (CASE g.grain WHEN 'day' THEN interval '1 day' WHEN 'week' THEN interval '7 days'
      WHEN 'month' THEN interval '1 month' ELSE interval '3 months' END) <= now())`;

/** The alert that somebody wants to deal with; one that they may not deal with does not exist for them. Locks it. */
async function demandAlert(transaction: Transaction, id: string): Promise<KnownAlert> {
  const allowed = mayUpdateAlert(transaction.principal, 3);
  const [alert] = await transaction.query<KnownAlert>(
    `SELECT a.id, a.metric_id AS "metricId", a.state, a.escalation_level AS "escalationLevel",
       a.assignee_id AS "assigneeId", a.version
     FROM alert a WHERE a.organization_id = $1 AND a.id = $2 AND ${allowed.sql} FOR NO KEY UPDATE OF a`,
    [transaction.organizationId, rowId(id, 'Alert'), ...allowed.parameters],
  );
  if (!alert) throw new NotFoundError('Alert');
  return alert;
}

async function demandAssignable(
  { query, organizationId }: Transaction,
  id: string,
  membershipId: string,
): Promise<void> {
  const [found] = await query(
    `SELECT 1 FROM alert a JOIN membership p ON p.organization_id = a.organization_id
     WHERE a.organization_id = $1 AND a.id = $2 AND p.id = $3 AND ${ASSIGNABLE}`,
    [organizationId, id, rowId(membershipId, 'Person')],
  );
  if (!found)
    throw ValidationError.of(
      'membershipId',
      'not_assignable',
      'Choose somebody of the programme office or of its teams.',
    );
}

async function tell(
  { query, organizationId }: Transaction,
  { membershipId }: MemberPrincipal,
  alertId: string,
  { act, note, details }: Change,
): Promise<void> {
  const words = (note ?? '').trim();
  if (words.length > LONGEST_NOTE) {
    throw ValidationError.of('note', 'too_long', `Use at most ${LONGEST_NOTE} characters.`, { maximum: LONGEST_NOTE });
  }
  await query(
    `INSERT INTO alert_event (organization_id, id, alert_id, act, actor_id, note, details) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [organizationId, newId(), alertId, act, membershipId, words, JSON.stringify(details ?? {})],
  );
}
