import { ALERT_RULES, type AlertFinding, type AlertRule, findAlerts, severer } from '@touchstone/domain';
import { newId, type Transaction } from '../../platform/database/unit-of-work.js';
import type { LiveAlert, Watched } from './watched-metrics.js';

export interface Kept {
  /** Newly opened, of a weight that is worth a letter. */
  readonly opened: readonly string[];
  readonly changed: boolean;
}

/**
 * Makes the alerts of a metric say what its rules find: a first finding opens one, later ones add to it, and what was
 * closed opens again only for data that came after. Doing it twice changes nothing.
 */
export async function keepFindings(transaction: Transaction, watched: Watched): Promise<Kept> {
  const findings = findAlerts(watched.metric, watched.window);
  const opened: string[] = [];
  let changed = false;
  for (const rule of ALERT_RULES) {
    const live = watched.alerts.find((alert) => alert.rule === rule);
    const ended = live && endOf(live, watched);
    if (live && ended) {
      await closeItself(transaction, live, ended);
      changed = true;
    }
    const through = ended ? live.lastPoint : watched.closedThrough[rule];
    const own = findings.filter((finding) => finding.rule === rule);
    if (live && !ended) {
      changed = (await addTo(transaction, live, own)) || changed;
      continue;
    }
    const fresh = own.filter(({ at }) => through === undefined || at > Date.parse(through));
    const id = fresh.length > 0 ? await open(transaction, watched, rule, fresh) : null;
    if (id !== null) changed = true;
    if (id !== null && fresh.some(({ severity }) => severity !== 'notice')) opened.push(id);
  }
  return { opened, changed };
}

/** Why an alert is over without anybody saying so; null where it is not. */
function endOf({ rule, lastPoint }: LiveAlert, { metric, window }: Watched): 'recovered' | 'series_break' | null {
  const at = Date.parse(lastPoint);
  if (rule === 'staleness') return metric.lastAt !== null && metric.lastAt > at ? 'recovered' : null;
  return window.brokenAt !== null && at < window.brokenAt ? 'series_break' : null;
}

async function closeItself({ query, organizationId }: Transaction, { id }: LiveAlert, reason: string): Promise<void> {
  await query(
    `WITH closed AS (
       UPDATE alert SET state = 'closed', closed_at = now(), close_reason = $3, closed_through = last_point,
         snoozed_until = NULL, version = version + 1
       WHERE organization_id = $1 AND id = $2 AND state <> 'closed' RETURNING id
     )
     INSERT INTO alert_event (organization_id, id, alert_id, act, details)
     SELECT $1, $4, id, 'closed', jsonb_build_object('reason', $3::text) FROM closed`,
    [organizationId, id, reason, newId()],
  );
}

/** Null where another has opened it meanwhile: the index lets only one of us. */
async function open(
  { query, organizationId }: Transaction,
  { id: metricId, teamId }: Watched,
  rule: AlertRule,
  findings: readonly AlertFinding[],
): Promise<string | null> {
  const first = findings[0]!;
  const last = findings.at(-1)!;
  const severity = findings.map((finding) => finding.severity).reduce(severer);
  const [row] = await query<{ id: string }>(
    `WITH opened AS (
       INSERT INTO alert (organization_id, id, metric_id, rule, severity, team_id, first_point, last_point, points, evidence,
         latest)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)
       ON CONFLICT (organization_id, metric_id, segment_set_id, rule) WHERE state <> 'closed' DO NOTHING RETURNING id
     ), told AS (
       INSERT INTO alert_event (organization_id, id, alert_id, act, details)
       SELECT $1, $11, id, 'opened', jsonb_build_object('severity', $5::text, 'points', $9::int) FROM opened
     )
     SELECT id FROM opened`,
    [
      organizationId,
      newId(),
      metricId,
      rule,
      severity,
      teamId,
      new Date(first.at),
      new Date(last.at),
      findings.length,
      JSON.stringify(last.evidence),
      newId(),
    ],
  );
  return row?.id ?? null;
}

/**
 * A point that came after what the alert has seen adds to it; a number of the last point that was corrected is put right.
 * Neither takes a turn from a person who is about to act: the version stays.
 */
async function addTo(
  { query, organizationId }: Transaction,
  alert: LiveAlert,
  findings: readonly AlertFinding[],
): Promise<boolean> {
  const last = findings.at(-1);
  const seen = Date.parse(alert.lastPoint);
  if (!last || last.at < seen) return false;
  const added = findings.filter(({ at }) => at > seen).length;
  const severity = findings.map((finding) => finding.severity).reduce(severer, alert.severity);
  if (added === 0 && severity === alert.severity && sameNumbers(last.evidence, alert.latest)) return false;
  await query(
    `WITH seen AS (
       UPDATE alert SET points = points + $3, last_point = $4, latest = $5, severity = $6,
         last_seen_at = CASE WHEN $3 > 0 THEN now() ELSE last_seen_at END
       WHERE organization_id = $1 AND id = $2 AND state <> 'closed' RETURNING id
     )
     INSERT INTO alert_event (organization_id, id, alert_id, act, details)
     SELECT $1, $7, id, 'seen_again', jsonb_build_object('points', $3::int, 'severity', $6::text) FROM seen WHERE $3 > 0`,
    [organizationId, alert.id, added, new Date(last.at), JSON.stringify(last.evidence), severity, newId()],
  );
  return true;
}

/** PostgreSQL keeps the keys of an object in an order of its own. */
function sameNumbers(evidence: object, kept: unknown): boolean {
  const sorted = (value: unknown) =>
    JSON.stringify(Object.entries(value as object).sort(([a], [b]) => (a < b ? -1 : 1)));
  return sorted(evidence) === sorted(kept);
}
