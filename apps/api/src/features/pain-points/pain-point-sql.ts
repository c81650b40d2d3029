import { todayOf } from '../touchpoints/index.js';

/** The team accountable today for a touchpoint. */
export const accountableTeam = (organization: string, touchpoint: string): string => `
  SELECT w.team_id FROM ownership w
  WHERE w.organization_id = ${organization} AND w.touchpoint_id = ${touchpoint} AND w.responsibility = 'accountable'
    AND w.valid_from <= ${todayOf(organization)} AND (w.valid_to IS NULL OR w.valid_to > ${todayOf(organization)})`;

/**
 * The teams that a pain point concerns: whoever is accountable today for a touchpoint of it, or of one that it gathers. Has a
 * row even where there is none, so that a rule without conditions finds something to hold for. Expects `p`.
 */
export const TEAMS_CONCERNED = `
  SELECT NULL::uuid AS team_id
  UNION ALL SELECT a.team_id FROM pain_point_touchpoint x
    JOIN pain_point s ON s.organization_id = x.organization_id AND s.id = x.pain_point_id
    CROSS JOIN LATERAL (${accountableTeam('x.organization_id', 'x.touchpoint_id')}) a
  WHERE x.organization_id = p.organization_id AND (s.id = p.id OR s.common_id = p.id)`;

export const TOUCHPOINTS_JSON = `(SELECT coalesce(json_agg(json_build_object('id', t.id, 'name', t.name,
    'teamName', (SELECT team.name FROM team WHERE team.organization_id = t.organization_id
      AND team.id = (${accountableTeam('t.organization_id', 't.id')}))) ORDER BY lower(t.name), t.id), '[]')
  FROM pain_point_touchpoint x JOIN touchpoint t ON t.organization_id = x.organization_id AND t.id = x.touchpoint_id
  WHERE x.organization_id = p.organization_id AND x.pain_point_id = p.id)`;

/** Feedback of its own, of those merged into that, and of the pain points that it gathers. */
const feedbackBehind = (select: string): string => `(SELECT ${select} FROM feedback f
  WHERE f.organization_id = p.organization_id
    AND (f.pain_point_id = p.id
      OR f.pain_point_id IN (SELECT s.id FROM pain_point s WHERE s.organization_id = p.organization_id AND s.common_id = p.id)))`;
export const FEEDBACK_COUNT = feedbackBehind('count(*)::int');

/** Initiatives that still take it up, or the common one that it belongs to. */
export const INITIATIVE_COUNT = `(SELECT count(*)::int FROM initiative i
  WHERE i.organization_id = p.organization_id AND i.archived_at IS NULL AND i.stage <> 'withdrawn' AND i.id IN (
    SELECT l.initiative_id FROM initiative_pain_point l
    WHERE l.organization_id = p.organization_id AND l.pain_point_id IN (p.id, p.common_id)))`;

/** Expects `p`. */
export const SUMMARY_JSON = `jsonb_build_object(
  'id', p.id, 'number', p.number, 'title', p.title, 'kind', p.kind, 'state', p.state, 'severity', p.severity,
  'frequencyCount', p.frequency_count, 'frequencyBase', p.frequency_base, 'feedbackCount', ${FEEDBACK_COUNT},
  'touchpoints', ${TOUCHPOINTS_JSON},
  'gatheredCount', (SELECT count(*)::int FROM pain_point s
    WHERE s.organization_id = p.organization_id AND s.common_id = p.id AND s.archived_at IS NULL),
  'commonId', p.common_id, 'initiativeCount', ${INITIATIVE_COUNT},
  'mergedIntoNumber', (SELECT m.number FROM pain_point m WHERE m.organization_id = p.organization_id AND m.id = p.merged_into_id),
  'createdAt', p.created_at, 'archivedAt', p.archived_at, 'version', p.version)`;

const reference = (alias: string): string =>
  `json_build_object('id', ${alias}.id, 'number', ${alias}.number, 'title', ${alias}.title, 'state', ${alias}.state)`;

const PERSONAS = `(SELECT coalesce(json_agg(json_build_object('id', e.id, 'name', e.name) ORDER BY lower(e.name), e.id), '[]')
  FROM pain_point_persona x JOIN persona e ON e.organization_id = x.organization_id AND e.id = x.persona_id
  WHERE x.organization_id = p.organization_id AND x.pain_point_id = p.id)`;

/** Depth first: a cause's path of positions sorts it behind the one that it explains. */
const CAUSES = `(WITH RECURSIVE tree AS (
    SELECT c.*, 0 AS depth, ARRAY[c.position] AS path FROM cause c
    WHERE c.organization_id = p.organization_id AND c.pain_point_id = p.id AND c.parent_id IS NULL
    UNION ALL
    SELECT c.*, t.depth + 1, t.path || c.position FROM cause c
    JOIN tree t ON t.organization_id = c.organization_id AND t.id = c.parent_id
  )
  SELECT coalesce(json_agg(json_build_object('id', id, 'parentId', parent_id, 'depth', depth, 'text', text,
    'evidence', evidence, 'root', root) ORDER BY path), '[]') FROM tree)`;

const verdictOf = (occasion: string): string => `(SELECT v.verdict FROM effect_verdict v
  JOIN effect_registration r ON r.organization_id = v.organization_id AND r.id = v.registration_id
  WHERE r.organization_id = i.organization_id AND r.initiative_id = i.id AND r.withdrawn_at IS NULL
    AND v.occasion = '${occasion}' ORDER BY v.judged_on DESC, v.id DESC LIMIT 1)`;

export const INITIATIVES_JSON = `(SELECT coalesce(json_agg(json_build_object('id', i.id, 'number', i.number, 'title', i.title,
    'stage', i.stage, 'verdict', ${verdictOf('evaluation')}, 'watch', ${verdictOf('watch')}) ORDER BY i.number), '[]')
  FROM initiative_pain_point l JOIN initiative i ON i.organization_id = l.organization_id AND i.id = l.initiative_id
  WHERE l.organization_id = p.organization_id AND l.pain_point_id = p.id AND i.archived_at IS NULL)`;

const OPPORTUNITIES = `(SELECT coalesce(json_agg(json_build_object('id', o.id, 'number', o.number, 'title', o.title,
    'state', o.state) ORDER BY o.number), '[]')
  FROM opportunity_pain_point l JOIN opportunity o ON o.organization_id = l.organization_id AND o.id = l.opportunity_id
  WHERE l.organization_id = p.organization_id AND l.pain_point_id = p.id AND o.archived_at IS NULL)`;

/** What was done to it, as the audit chain keeps it, without what is another reader's business. */
const HISTORY = `(SELECT coalesce(json_agg(json_build_object('id', h.id, 'act', h.act, 'actorName', h.name,
    'at', h.occurred_at, 'fields', (SELECT coalesce(json_agg(k ORDER BY k), '[]') FROM jsonb_object_keys(h.changes) k),
    'state', CASE WHEN h.act IN ('painPoint.moved') THEN h.changes->'state'->>'after' END,
    'kind', CASE WHEN h.act = 'painPoint.classified' THEN h.changes->'kind'->>'after' END,
    'reason', CASE WHEN h.act IN ('painPoint.moved', 'painPoint.classified') THEN h.changes->>'reason' END,
    'otherId', h.changes->'other'->>'id', 'otherNumber', (h.changes->'other'->>'number')::int) ORDER BY h.sequence DESC), '[]')
  FROM (SELECT e.id, e.act, e.occurred_at, e.sequence, coalesce(e.changes, '{}') AS changes, coalesce(a.name, m.name) AS name
    FROM audit_event e
    LEFT JOIN membership m ON m.organization_id = e.organization_id AND m.id = e.actor_id
    LEFT JOIN account a ON a.id = m.account_id
    WHERE e.organization_id = p.organization_id AND e.object_kind = 'PainPoint' AND e.object_id = p.id::text
    ORDER BY e.sequence DESC LIMIT 100) h)`;

/** The page of one. Expects `p`. */
export const pageJson = (mayUpdate: string): string => `${SUMMARY_JSON} || jsonb_build_object(
  'description', p.description, 'severityEvidence', p.severity_evidence, 'frequencyEvidence', p.frequency_evidence,
  'dismissedReason', p.dismissed_reason, 'kindReason', p.kind_reason,
  'feedbackFrom', ${feedbackBehind('min(f.said_at)')}, 'feedbackTo', ${feedbackBehind('max(f.said_at)')},
  'mergedInto', (SELECT ${reference('m')} FROM pain_point m WHERE m.organization_id = p.organization_id AND m.id = p.merged_into_id),
  'absorbed', (SELECT coalesce(json_agg(${reference('m')} ORDER BY m.number), '[]') FROM pain_point m
    WHERE m.organization_id = p.organization_id AND m.merged_into_id = p.id),
  'opportunities', ${OPPORTUNITIES}, 'personas', ${PERSONAS},
  'common', (SELECT ${reference('c')} FROM pain_point c WHERE c.organization_id = p.organization_id AND c.id = p.common_id),
  'gathered', (SELECT coalesce(json_agg(${reference('s')} ORDER BY s.number), '[]') FROM pain_point s
    WHERE s.organization_id = p.organization_id AND s.common_id = p.id AND s.archived_at IS NULL),
  'causes', ${CAUSES}, 'initiatives', ${INITIATIVES_JSON}, 'history', ${HISTORY}, 'mayUpdate', ${mayUpdate})`;
