import { IS_PAST_DUE, MUST_REPORT, REPORT_DUE } from './portfolio-sql.js';

/** Everything the state machine looks at, of an initiative `i` on the day `d.today`. */
export const FACTS_JSON = `json_build_object(
  'stage', i.stage, 'today', d.today, 'ownerId', i.owner_id, 'sponsorId', i.sponsor_id,
  'hypothesis', json_build_object('change', i.hypothesis_change, 'effect', i.hypothesis_effect, 'reason', i.hypothesis_reason),
  'problems', (i.opportunity_id IS NOT NULL)::int
    + (SELECT count(*)::int FROM initiative_pain_point p WHERE p.organization_id = i.organization_id AND p.initiative_id = i.id)
    + (SELECT count(*)::int FROM initiative_gap g WHERE g.organization_id = i.organization_id AND g.initiative_id = i.id),
  'startsOn', i.starts_on, 'launchedOn', i.launched_on,
  'actions', (SELECT json_build_object('open', count(*) FILTER (WHERE a.state = 'open'),
      'all', count(*) FILTER (WHERE a.state <> 'dropped'))
    FROM action a WHERE a.organization_id = i.organization_id AND a.initiative_id = i.id),
  'dependencies', (SELECT coalesce(json_agg(json_build_object('id', n.id, 'number', n.number, 'stage', n.stage) ORDER BY n.number), '[]')
    FROM initiative_dependency e JOIN initiative n ON n.organization_id = e.organization_id AND n.id = e.needs_id
    WHERE e.organization_id = i.organization_id AND e.initiative_id = i.id),
  'registrations', (SELECT coalesce(json_agg(json_build_object('id', r.id, 'sealed', r.sealed_at IS NOT NULL, 'refusals', 0,
      'settledOn', r.launched_on + r.settling_days,
      'verdict', (SELECT v.verdict FROM effect_verdict v WHERE v.organization_id = r.organization_id
        AND v.registration_id = r.id AND v.occasion = 'evaluation' ORDER BY v.judged_on DESC LIMIT 1),
      'watch', (SELECT v.verdict FROM effect_verdict v WHERE v.organization_id = r.organization_id
        AND v.registration_id = r.id AND v.occasion = 'watch' ORDER BY v.judged_on DESC LIMIT 1))), '[]')
    FROM effect_registration r
    WHERE r.organization_id = i.organization_id AND r.initiative_id = i.id AND r.withdrawn_at IS NULL),
  'gates', (SELECT coalesce(json_agg(g.stage), '[]') FROM stage_gate g WHERE g.organization_id = i.organization_id),
  'decisions', (SELECT coalesce(json_agg(json_build_object('id', x.id, 'opensStage', x.opens_stage, 'state', x.state)), '[]')
    FROM (SELECT DISTINCT ON (c.opens_stage) c.id, c.opens_stage, c.state FROM decision c
      WHERE c.organization_id = i.organization_id AND c.initiative_id = i.id AND c.opens_stage IS NOT NULL AND c.state <> 'taken_back'
        -- A decision opens its gate once: an initiative that comes back to it needs another.
        AND NOT EXISTS (SELECT FROM stage_change s WHERE s.organization_id = c.organization_id AND s.initiative_id = c.initiative_id AND s.decision_id = c.id)
      ORDER BY c.opens_stage, c.created_at DESC, c.number DESC) x))`;

const MEMBER_NAME = (id: string): string =>
  `(SELECT m.name FROM membership m WHERE m.organization_id = i.organization_id AND m.id = ${id})`;

const STAGE_HISTORY = `(SELECT coalesce(json_agg(json_build_object('id', c.id, 'from', c.from_stage, 'to', c.to_stage, 'reason', c.reason,
      'changedByName', ${MEMBER_NAME('c.changed_by')}, 'changedAt', c.changed_at) ORDER BY c.changed_at DESC, c.id DESC), '[]')
    FROM stage_change c WHERE c.organization_id = i.organization_id AND c.initiative_id = i.id)`;

/** Changes of what it says of itself, from the audit chain; stages have a history of their own, with reasons. */
const EVENTS = `(SELECT coalesce(json_agg(json_build_object('id', h.id, 'act', h.act, 'actorName', h.name, 'at', h.occurred_at,
      'fields', (SELECT coalesce(json_agg(k ORDER BY k), '[]') FROM jsonb_object_keys(h.changes) k)) ORDER BY h.sequence DESC), '[]')
    FROM (SELECT e.id, e.act, e.occurred_at, e.sequence, coalesce(e.changes, '{}') AS changes, coalesce(a.name, m.name) AS name
      FROM audit_event e
      LEFT JOIN membership m ON m.organization_id = e.organization_id AND m.id = e.actor_id
      LEFT JOIN account a ON a.id = m.account_id
      WHERE e.organization_id = i.organization_id AND e.object_kind = 'Initiative' AND e.object_id = i.id::text
        AND e.act NOT IN ('initiative.created', 'initiative.stage_entered')
      ORDER BY e.sequence DESC LIMIT 100) h)`;

/** The moment by which an initiative `i` with its latest report `u` is to be reported on again; null where nobody waits for it. */
export const REPORT_DUE_AT = `CASE WHEN ${MUST_REPORT} THEN ${REPORT_DUE} END`;
const REPORT_OVERDUE = `coalesce(${REPORT_DUE_AT} < now(), false)`;

/** What lists show of an initiative `i` with its latest report `u`, as pairs for json_build_object. */
export const summaryPairs = (mayUpdate: string, mayRun: string): string => `
  'id', i.id, 'number', i.number, 'title', i.title, 'stage', i.stage, 'stageSince', i.stage_since,
  'teamId', i.team_id, 'teamName', (SELECT t.name FROM team t WHERE t.organization_id = i.organization_id AND t.id = i.team_id),
  'ownerId', i.owner_id, 'ownerName', ${MEMBER_NAME('i.owner_id')},
  'sponsorId', i.sponsor_id, 'sponsorName', ${MEMBER_NAME('i.sponsor_id')},
  'startsOn', i.starts_on, 'dueOn', i.due_on, 'launchedOn', i.launched_on, 'today', d.today, 'late', coalesce(${IS_PAST_DUE}, false),
  'currency', i.currency, 'costPlannedMinor', i.cost_planned_minor, 'costActualMinor', i.cost_actual_minor,
  'value', i.value, 'effort', i.effort, 'health', u.health, 'reportedAt', u.created_at,
  'reportOverdue', ${REPORT_OVERDUE},
  'openActions', (SELECT count(*)::int FROM action a WHERE a.organization_id = i.organization_id AND a.initiative_id = i.id AND a.state = 'open'),
  'overdueActions', (SELECT count(*)::int FROM action a WHERE a.organization_id = i.organization_id AND a.initiative_id = i.id
    AND a.state = 'open' AND a.due_on < d.today),
  'milestones', (SELECT coalesce(json_agg(json_build_object('id', s.id, 'name', s.name, 'dueOn', s.due_on, 'reachedOn', s.reached_on,
      'version', s.version) ORDER BY s.due_on, s.id), '[]')
    FROM milestone s WHERE s.organization_id = i.organization_id AND s.initiative_id = i.id),
  'history', ${STAGE_HISTORY}, 'facts', ${FACTS_JSON}, 'mayUpdate', coalesce(${mayUpdate}, false), 'mayRun', coalesce(${mayRun}, false),
  'archivedAt', i.archived_at, 'version', i.version`;

/** The latest report of `i`. */
export const LATEST_REPORT = `LEFT JOIN LATERAL (SELECT s.health, s.created_at FROM status_update s
  WHERE s.organization_id = i.organization_id AND s.initiative_id = i.id ORDER BY s.created_at DESC, s.id DESC LIMIT 1) u ON true`;

const dependencies = (mine: string, other: string): string => `(SELECT coalesce(json_agg(json_build_object('id', n.id,
    'number', n.number, 'title', n.title, 'stage', n.stage, 'note', e.note) ORDER BY n.number), '[]')
  FROM initiative_dependency e JOIN initiative n ON n.organization_id = e.organization_id AND n.id = e.${other}
  WHERE e.organization_id = i.organization_id AND e.${mine} = i.id)`;

export interface PageConditions {
  readonly mayPlan: string;
  readonly mayFinish: string;
  readonly mayReadAssessment: string;
}

/** What the page of one shows beside that. */
export const pagePairs = ({ mayPlan, mayFinish, mayReadAssessment }: PageConditions): string => `
  'hypothesisChange', i.hypothesis_change, 'hypothesisEffect', i.hypothesis_effect, 'hypothesisReason', i.hypothesis_reason,
  'updateEveryDays', i.update_every_days,
  'opportunity', (SELECT json_build_object('id', o.id, 'number', o.number, 'title', o.title) FROM opportunity o
    WHERE o.organization_id = i.organization_id AND o.id = i.opportunity_id),
  'painPoints', (SELECT coalesce(json_agg(json_build_object('id', p.id, 'number', p.number, 'title', p.title) ORDER BY p.number), '[]')
    FROM initiative_pain_point l JOIN pain_point p ON p.organization_id = l.organization_id AND p.id = l.pain_point_id
    WHERE l.organization_id = i.organization_id AND l.initiative_id = i.id),
  'touchpoints', (SELECT coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) ORDER BY lower(t.name), t.id), '[]')
    FROM initiative_touchpoint l JOIN touchpoint t ON t.organization_id = l.organization_id AND t.id = l.touchpoint_id
    WHERE l.organization_id = i.organization_id AND l.initiative_id = i.id),
  'gaps', (SELECT coalesce(json_agg(json_build_object('assessmentId', a.id, 'assessmentName', a.name, 'nodeId', g.node_id,
      'nodeName', (SELECT n.name FROM model_node n WHERE n.organization_id = a.organization_id
        AND n.model_version_id = a.model_version_id AND n.node_id = g.node_id AND n.node_kind IN ('dimension', 'practice') LIMIT 1),
      'targetLevel', g.target_level) ORDER BY a.created_at, g.node_id), '[]')
    FROM initiative_gap g JOIN assessment a ON a.organization_id = g.organization_id AND a.id = g.assessment_id
    WHERE g.organization_id = i.organization_id AND g.initiative_id = i.id AND ${mayReadAssessment}),
  'needs', ${dependencies('initiative_id', 'needs_id')}, 'neededBy', ${dependencies('needs_id', 'initiative_id')},
  'actions', (SELECT coalesce(json_agg(json_build_object('id', a.id, 'text', a.text, 'ownerId', a.owner_id,
      'ownerName', ${MEMBER_NAME('a.owner_id')}, 'dueOn', a.due_on, 'state', a.state, 'finishedAt', a.finished_at,
      'mayFinish', coalesce(${mayFinish}, false), 'version', a.version) ORDER BY a.due_on NULLS LAST, a.created_at, a.id), '[]')
    FROM action a WHERE a.organization_id = i.organization_id AND a.initiative_id = i.id),
  'risks', (SELECT coalesce(json_agg(json_build_object('id', r.id, 'text', r.text, 'likelihood', r.likelihood, 'impact', r.impact,
      'answer', r.answer, 'state', r.state, 'version', r.version) ORDER BY r.state <> 'open', r.likelihood * r.impact DESC, r.id), '[]')
    FROM risk r WHERE r.organization_id = i.organization_id AND r.initiative_id = i.id),
  'statusUpdates', (SELECT coalesce(json_agg(json_build_object('id', s.id, 'health', s.health, 'text', s.text,
      'createdByName', ${MEMBER_NAME('s.created_by')}, 'createdAt', s.created_at) ORDER BY s.created_at DESC, s.id DESC), '[]')
    FROM (SELECT * FROM status_update s WHERE s.organization_id = i.organization_id AND s.initiative_id = i.id
      ORDER BY s.created_at DESC, s.id DESC LIMIT 50) s),
  'events', ${EVENTS},
  'mayPlan', coalesce(${mayPlan}, false)`;
