import { Injectable, type OnModuleInit } from '@nestjs/common';
import { dueLevel, type EscalationRule, USUAL_ESCALATION } from '@touchstone/domain';
import { newId, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { enqueue } from '../../platform/jobs/enqueue.js';
import { Sweeps } from '../../platform/jobs/sweeps.js';
import { LiveEvents } from '../../platform/live/live-events.js';
import type { SystemPrincipal } from '../../platform/tenancy/principal.js';
import { ALERTS_TOPIC } from './alerts-topic.js';
import { tellOfAlertsJob, watchAlertsSweep } from './alerts.jobs.js';
import { EvaluateAlertsService } from './evaluate-alerts.service.js';

interface Lying {
  readonly id: string;
  readonly state: string;
  readonly severity: string;
  readonly level: number;
  readonly openSince: Date;
  readonly rule: EscalationRule | null;
}

/** What time alone does to alerts. */
@Injectable()
export class WatchAlertsService implements OnModuleInit {
  constructor(
    private readonly sweeps: Sweeps,
    private readonly unitOfWork: UnitOfWork,
    private readonly live: LiveEvents,
    private readonly evaluation: EvaluateAlertsService,
  ) {}

  onModuleInit(): void {
    this.sweeps.register(watchAlertsSweep, (principal) => this.watch(principal));
  }

  async watch(principal: SystemPrincipal, now = new Date()): Promise<void> {
    await this.evaluation.evaluateAll(principal, now);
    await this.unitOfWork.work(principal, (transaction) => this.closeArchived(transaction));
    await this.unitOfWork.work(principal, (transaction) => this.wake(transaction, now));
    await this.unitOfWork.work(principal, (transaction) => this.escalate(transaction, now));
  }

  /** What has left the catalogue wakes nobody and climbs to nobody: its page is closed, and no data will answer. */
  private async closeArchived(transaction: Transaction): Promise<void> {
    const closed = await transaction.query<{ id: string }>(
      `UPDATE alert a SET state = 'closed', closed_at = now(), close_reason = 'metric_archived',
         closed_through = a.last_point, snoozed_until = NULL, version = a.version + 1
       FROM metric m WHERE a.organization_id = $1 AND a.state <> 'closed'
         AND m.organization_id = $1 AND m.id = a.metric_id AND m.archived_at IS NOT NULL RETURNING a.id`,
      [transaction.organizationId],
    );
    if (closed.length === 0) return;
    const details = { reason: 'metric_archived' };
    await tell(
      transaction,
      closed.map(({ id }) => ({ id, act: 'closed', details })),
    );
    await this.live.publish(transaction, ALERTS_TOPIC, {});
  }

  private async wake(transaction: Transaction, now: Date): Promise<void> {
    const woken = await transaction.query<{ id: string }>(
      `UPDATE alert SET state = 'open', snoozed_until = NULL, version = version + 1
       WHERE organization_id = $1 AND state = 'snoozed' AND snoozed_until <= $2 RETURNING id`,
      [transaction.organizationId, now],
    );
    if (woken.length === 0) return;
    await tell(
      transaction,
      woken.map(({ id }) => ({ id, act: 'woken', details: {} })),
    );
    await this.live.publish(transaction, ALERTS_TOPIC, {});
  }

  /** Time counts since an alert was last opened, reopened or woken: whoever put it off has been heard. */
  private async escalate(transaction: Transaction, now: Date): Promise<void> {
    const { organizationId } = transaction;
    const lying = await transaction.query<Lying>(
      `SELECT a.id, a.state, a.severity, a.escalation_level AS level,
         (SELECT max(e.created_at) FROM alert_event e WHERE e.organization_id = $1 AND e.alert_id = a.id
           AND e.act IN ('opened', 'reopened', 'woken')) AS "openSince",
         (SELECT json_build_object('officeAfterHours', s.office_after_hours, 'executiveAfterHours', s.executive_after_hours)
          FROM alert_settings s WHERE s.organization_id = $1) AS rule
       FROM alert a WHERE a.organization_id = $1 AND a.state = 'open' AND a.escalation_level < 2 FOR UPDATE OF a SKIP LOCKED`,
      [organizationId],
    );
    const due = lying.flatMap(({ openSince, rule, ...alert }) => {
      const facts = { ...alert, openSince: openSince.getTime() };
      const level = dueLevel(rule ?? USUAL_ESCALATION, facts, now.getTime());
      return level > alert.level ? [{ id: alert.id, level, before: alert.level }] : [];
    });
    if (due.length === 0) return;
    for (const { id, level } of due) {
      await transaction.query(
        `UPDATE alert SET escalation_level = $3, version = version + 1 WHERE organization_id = $1 AND id = $2`,
        [organizationId, id, level],
      );
    }
    await tell(
      transaction,
      due.map(({ id, level, before }) => ({ id, act: 'escalated', details: { before, level } })),
    );
    await enqueue(transaction, tellOfAlertsJob, { occasion: 'escalated', alertIds: due.map(({ id }) => id) });
    await this.live.publish(transaction, ALERTS_TOPIC, {});
  }
}

async function tell(
  { query, organizationId }: Transaction,
  events: readonly { id: string; act: string; details: object }[],
): Promise<void> {
  await query(
    `INSERT INTO alert_event (organization_id, id, alert_id, act, details)
     SELECT $1, e.id, e.alert, e.act, e.details FROM jsonb_to_recordset($2)
       AS e (id uuid, alert uuid, act text, details jsonb)`,
    [organizationId, JSON.stringify(events.map(({ id, act, details }) => ({ id: newId(), alert: id, act, details })))],
  );
}
