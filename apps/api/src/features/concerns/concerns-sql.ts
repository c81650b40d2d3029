import { abilityFor, ROLES } from '@touchstone/domain';
import { LATEST_REPORT, REPORT_DUE_AT } from '../initiatives/index.js';

/** Who may check what others say that an initiative is worth: the rule itself is asked, not repeated. */
const CHECKERS = ROLES.filter((role) =>
  abilityFor({ kind: 'member', role, membershipId: '', teamIds: [] }).can('verify', 'Benefit'),
);

/** An action is told of when its day is near; all of them stand on the page of work. */
const NEAR_DAYS = 7;

/** An initiative that something can still wait for. */
const LIVE = `i.archived_at IS NULL AND i.stage <> 'withdrawn'`;
const INITIATIVE_OF = (row: string): string =>
  `JOIN initiative i ON i.organization_id = ${row}.organization_id AND i.id = ${row}.initiative_id`;

/** Expects a membership `p` and its day `d.today`. */
const WAITING = `
  SELECT 'decision' AS kind, c.id, c.number, c.question AS title, NULL AS detail, c.due_on, c.created_at AS at
  FROM decision c WHERE c.organization_id = p.organization_id AND c.decider_id = p.id AND c.state = 'waiting'
  UNION ALL
  SELECT 'judgement', r.id, NULL, r.name, NULL, r.closes_on, r.created_at
  FROM ranking_judge j JOIN ranking_round r ON r.organization_id = j.organization_id AND r.id = j.round_id
  WHERE j.organization_id = p.organization_id AND j.membership_id = p.id AND j.judged_at IS NULL AND j.excused_at IS NULL
    AND r.state = 'judging' AND r.closes_on >= d.today
  UNION ALL
  SELECT 'alert', a.id, NULL, m.name, a.severity, NULL, a.opened_at
  FROM alert a JOIN metric m ON m.organization_id = a.organization_id AND m.id = a.metric_id
  WHERE a.organization_id = p.organization_id AND a.assignee_id = p.id AND a.state IN ('open', 'acknowledged')
  UNION ALL
  SELECT 'action', i.id, i.number, i.title, a.text, a.due_on, a.created_at
  FROM action a ${INITIATIVE_OF('a')}
  WHERE a.organization_id = p.organization_id AND a.owner_id = p.id AND a.state = 'open' AND ${LIVE}
    AND a.due_on <= d.today + ${NEAR_DAYS}
  UNION ALL
  SELECT 'report', i.id, i.number, i.title, NULL, (${REPORT_DUE_AT} AT TIME ZONE d.time_zone)::date, ${REPORT_DUE_AT}
  FROM initiative i ${LATEST_REPORT}
  WHERE i.organization_id = p.organization_id AND i.owner_id = p.id AND ${LIVE} AND ${REPORT_DUE_AT} < now()
  UNION ALL
  SELECT 'benefit_check', i.id, i.number, i.title, b.name, NULL, b.locked_at
  FROM benefit b ${INITIATIVE_OF('b')}
  WHERE b.organization_id = p.organization_id AND p.role IN (${CHECKERS.map((role) => `'${role}'`).join(', ')})
    AND b.locked_at IS NOT NULL AND b.checked_at IS NULL 
    AND p.id IS DISTINCT FROM b.created_by AND p.id IS DISTINCT FROM b.locked_by AND ${LIVE}`;

/** Expects a membership `p`. A watch that only says that a gain holds is no news. */
const newsSince = (since: string): string => `
  SELECT 'verdict' AS kind, i.id, i.number, i.title, x.verdict AS detail, NULL::date AS due_on, x.computed_at AS at
  FROM effect_verdict x
  JOIN effect_registration r ON r.organization_id = x.organization_id AND r.id = x.registration_id
  ${INITIATIVE_OF('r')}
  WHERE x.organization_id = p.organization_id AND p.id IN (i.owner_id, i.sponsor_id) AND x.computed_at > ${since}
    AND (x.occasion = 'evaluation' OR x.verdict = 'faded')
  UNION ALL
  SELECT 'decided', c.id, c.number, c.question, c.state, NULL, c.decided_at
  FROM decision c LEFT JOIN initiative i ON i.organization_id = c.organization_id AND i.id = c.initiative_id
  WHERE c.organization_id = p.organization_id AND p.id IN (c.asked_by, i.owner_id) AND c.decided_by <> p.id AND c.decided_at > ${since}`;

const listed = (
  rows: string,
  order: string,
): string => `(SELECT coalesce(json_agg(json_build_object('kind', w.kind, 'objectId', w.id,
    'number', w.number, 'title', w.title, 'detail', w.detail, 'dueOn', w.due_on, 'overdue', coalesce(w.due_on < d.today, false),
    'at', w.at) ORDER BY ${order}), '[]')
  FROM (SELECT * FROM (${rows}) w ORDER BY ${order} LIMIT 200) w)`;

const BY_URGENCY = `w.due_on < d.today DESC NULLS LAST, w.due_on NULLS LAST, w.at, w.id`;
const LATEST_FIRST = 'w.at DESC, w.id DESC';

/** What concerns a membership `p` on its day `d.today` in `d.time_zone`, as two columns. */
export const concernsOf = (since: string): string => `
  ${listed(WAITING, BY_URGENCY)} AS waiting, ${listed(newsSince(since), LATEST_FIRST)} AS news`;
