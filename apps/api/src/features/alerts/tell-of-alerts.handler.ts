import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIG } from '../../platform/config/config.module.js';
import type { Config } from '../../platform/config/config.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { JobHandlers, type JobRun } from '../../platform/jobs/job-handlers.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { type Addressee, writeToEach } from '../../platform/mail/write-to-each.js';
import { type AlertInLetter, alertLetter } from './alert-letter.js';
import { type AlertOccasion, tellOfAlertsJob, type TellOfAlerts } from './alerts.jobs.js';

interface ToldOfAlerts extends Addressee {
  readonly name: string;
  readonly locale: string;
  readonly organizationName: string;
  readonly alerts: AlertInLetter[];
}

/** Writes one letter to each person whom alerts concern, once, however often the job is delivered. */
@Injectable()
export class TellOfAlertsHandler implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly unitOfWork: UnitOfWork,
    private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.handlers.register(tellOfAlertsJob, (run) => this.run(run));
  }

  private async run(run: JobRun<TellOfAlerts>): Promise<object> {
    const { occasion, alertIds } = run.payload;
    const addressees = await this.unitOfWork.work(run.principal, ({ query, organizationId }) =>
      query<ToldOfAlerts>(addresseesOf(occasion), [organizationId, alertIds]),
    );
    const { publicUrl } = this.config;
    return writeToEach(run, this.mailer, addressees, ({ email, ...facts }) =>
      alertLetter({ ...facts, to: email, occasion, publicUrl }),
    );
  }
}

const OFFICE = `p.role = 'programme_office'`;
const LEADS = `EXISTS (SELECT FROM team_membership k WHERE k.organization_id = $1 AND k.membership_id = p.id
  AND k.team_id = a.team_id AND k.valid_to IS NULL AND (k.lead OR p.role = 'team_lead'))`;
/** A team without anybody who leads it cannot be told: then the office is. */
const LED = `EXISTS (SELECT FROM team_membership k
  JOIN membership q ON q.organization_id = $1 AND q.id = k.membership_id AND q.valid_to IS NULL AND q.account_id IS NOT NULL
  WHERE k.organization_id = $1 AND k.team_id = a.team_id AND k.valid_to IS NULL AND (k.lead OR q.role = 'team_lead'))`;

const CONCERNED: Readonly<Record<AlertOccasion, string>> = {
  opened: `(${LEADS} OR (${OFFICE} AND NOT ${LED}))`,
  escalated: `(a.escalation_level = 1 AND ${OFFICE}) OR (a.escalation_level = 2 AND p.role = 'executive')`,
  assigned: 'p.id = a.assignee_id',
};

/** Whoever is a member now, with what is still worth telling them. A notice is shown, and not written about. */
const addresseesOf = (occasion: AlertOccasion): string => `
  SELECT p.id AS "membershipId", p.email, p.name, c.locale, o.name AS "organizationName",
    json_agg(json_build_object('id', a.id, 'metricName', m.name, 'unit', v.unit, 'rule', a.rule, 'severity', a.severity,
      'teamName', t.name, 'latest', a.latest)
      ORDER BY array_position(ARRAY['critical', 'warning', 'notice'], a.severity), m.name, a.id) AS alerts
  FROM alert a
  JOIN organization o ON o.id = a.organization_id
  JOIN metric m ON m.organization_id = a.organization_id AND m.id = a.metric_id
  JOIN LATERAL (SELECT w.unit FROM metric_version w WHERE w.organization_id = $1 AND w.metric_id = m.id
    ORDER BY w.valid_from DESC LIMIT 1) v ON true
  LEFT JOIN team t ON t.organization_id = a.organization_id AND t.id = a.team_id
  JOIN membership p ON p.organization_id = a.organization_id AND p.valid_to IS NULL
  JOIN account c ON c.id = p.account_id
  LEFT JOIN alert_preference f ON f.organization_id = a.organization_id AND f.membership_id = p.id
  WHERE a.organization_id = $1 AND a.id = ANY($2) AND a.state <> 'closed'
    AND (${CONCERNED[occasion]})
    AND CASE coalesce(f.mail, 'all') WHEN 'all' THEN a.severity <> 'notice' OR '${occasion}' = 'assigned'
      WHEN 'critical' THEN a.severity = 'critical' ELSE false END
  GROUP BY p.id, p.email, p.name, c.locale, o.name
  ORDER BY p.id`;
