import { todayOf } from '../touchpoints/index.js';

/** Put away since: what nobody will do now is compared by nobody. Expects `o`. */
export const PUT_AWAY = `(o.archived_at IS NOT NULL OR o.state IN ('parked', 'dismissed'))`;

const nameOf = (id: string): string =>
  `(SELECT m.name FROM membership m WHERE m.organization_id = r.organization_id AND m.id = ${id})`;

const MY_SEAT = `ranking_judge mine WHERE mine.organization_id = r.organization_id AND mine.round_id = r.id
  AND mine.membership_id = $2::uuid AND mine.excused_at IS NULL`;

/** A round `r` with the day `d.today`; `$2` is who asks. */
export const SUMMARY_JSON = `jsonb_build_object('id', r.id, 'name', r.name, 'state', r.state, 'closesOn', r.closes_on,
  'dayPassed', r.closes_on < d.today, 'createdByName', ${nameOf('r.created_by')}, 'createdAt', r.created_at,
  'revealedAt', r.revealed_at, 'version', r.version,
  'itemCount', (SELECT count(*)::int FROM ranking_item i WHERE i.organization_id = r.organization_id AND i.round_id = r.id),
  'judgeCount', (SELECT count(*)::int FROM ranking_judge j
    WHERE j.organization_id = r.organization_id AND j.round_id = r.id AND j.excused_at IS NULL),
  'handedInCount', (SELECT count(j.judged_at)::int FROM ranking_judge j
    WHERE j.organization_id = r.organization_id AND j.round_id = r.id),
  'waitsForMe', r.state = 'judging' AND r.closes_on >= d.today AND EXISTS (SELECT FROM ${MY_SEAT} AND mine.judged_at IS NULL))`;

export const TODAY = `CROSS JOIN (SELECT ${todayOf('$1')} AS today) d`;

/** Touchpoints of a pain point and of those that it gathers, each once. Expects `p`. */
const TOUCHPOINTS = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name,
    'driverWeight', w.driver_weight, 'driverWeightSource', w.driver_weight_source, 'driverWeightN', w.driver_weight_n,
    'driverWeightAsOf', w.driver_weight_as_of, 'volume', w.volume, 'volumeSource', w.volume_source, 'volumeAsOf', w.volume_as_of,
    'version', coalesce(w.version, 0)) ORDER BY lower(t.name), t.id), '[]')
  FROM touchpoint t LEFT JOIN touchpoint_weight w ON w.organization_id = t.organization_id AND w.touchpoint_id = t.id
  WHERE t.organization_id = p.organization_id AND t.archived_at IS NULL AND t.id IN (
    SELECT x.touchpoint_id FROM pain_point_touchpoint x
    JOIN pain_point s ON s.organization_id = x.organization_id AND s.id = x.pain_point_id
    WHERE x.organization_id = p.organization_id AND (s.id = p.id OR s.common_id = p.id AND s.archived_at IS NULL)))`;

/** The audit chain knows when; before anything was said there is no day. Expects `p`. */
const RATED_ON = `(SELECT max(e.occurred_at)::date FROM audit_event e
  WHERE e.organization_id = p.organization_id AND e.object_kind = 'PainPoint' AND e.object_id = p.id::text
    AND e.changes ?| ARRAY['severity', 'frequencyCount', 'frequencyBase'])`;

/** What the data side of an opportunity `o` rests on today. */
export const DATA_JSON = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'number', p.number, 'title', p.title,
    'severity', p.severity, 'severityEvidence', p.severity_evidence, 'frequencyCount', p.frequency_count,
    'frequencyBase', p.frequency_base, 'frequencyEvidence', p.frequency_evidence, 'ratedOn', ${RATED_ON},
    'touchpoints', ${TOUCHPOINTS}) ORDER BY p.number), '[]')
  FROM opportunity_pain_point l JOIN pain_point p ON p.organization_id = l.organization_id AND p.id = l.pain_point_id
  WHERE l.organization_id = o.organization_id AND l.opportunity_id = o.id
    AND p.archived_at IS NULL AND p.merged_into_id IS NULL AND p.state <> 'dismissed')`;

const ITEMS = (mayUpdate: string): string => `(SELECT coalesce(jsonb_agg(jsonb_build_object('opportunityId', o.id,
    'number', o.number, 'title', o.title, 'description', o.description, 'dataScore', i.data_score,
    'putAway', CASE r.state WHEN 'judging' THEN ${PUT_AWAY} ELSE i.left_out END,
    'chance', md5(o.id::text || $2::text),
    'painPoints', CASE WHEN r.state <> 'judging' THEN i.data_inputs WHEN ${mayUpdate} THEN ${DATA_JSON} END) ORDER BY o.number), '[]')
  FROM ranking_item i JOIN opportunity o ON o.organization_id = i.organization_id AND o.id = i.opportunity_id
  WHERE i.organization_id = r.organization_id AND i.round_id = r.id)`;

const JUDGES = `(SELECT coalesce(jsonb_agg(jsonb_build_object('membershipId', j.membership_id, 'name', m.name,
    'judgedAt', j.judged_at, 'excusedAt', j.excused_at, 'left', coalesce(m.valid_to <= now(), false)) ORDER BY lower(m.name), m.id), '[]')
  FROM ranking_judge j JOIN membership m ON m.organization_id = j.organization_id AND m.id = j.membership_id
  WHERE j.organization_id = r.organization_id AND j.round_id = r.id)`;

const MINE = `(SELECT jsonb_build_object('judgedAt', mine.judged_at, 'version', mine.version,
    'ranks', (SELECT jsonb_object_agg(g.opportunity_id, g.rank) FROM judgement g
      WHERE g.organization_id = r.organization_id AND g.round_id = r.id AND g.membership_id = mine.membership_id))
  FROM ${MY_SEAT})`;

/** Asked for once the round is over; before that the database would show nobody's but one's own in any case. */
const JUDGEMENTS = `(SELECT coalesce(jsonb_agg(one.ranks), '[]') FROM (
    SELECT jsonb_object_agg(g.opportunity_id, g.rank) AS ranks FROM judgement g
    JOIN ranking_judge j ON j.organization_id = g.organization_id AND j.round_id = g.round_id AND j.membership_id = g.membership_id
    WHERE g.organization_id = r.organization_id AND g.round_id = r.id AND j.judged_at IS NOT NULL
      AND r.state IN ('revealed', 'agreed')
    GROUP BY g.membership_id ORDER BY g.membership_id) one)`;

const AGREEMENTS = `(SELECT coalesce(jsonb_agg(jsonb_build_object('number', a.number, 'order', a.opportunity_ids,
    'reason', a.reason, 'agreedByName', ${nameOf('a.agreed_by')}, 'agreedAt', a.agreed_at) ORDER BY a.number DESC), '[]')
  FROM ranking_agreement a WHERE a.organization_id = r.organization_id AND a.round_id = r.id)`;

const EVENTS = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'act', h.act, 'actorName', h.name, 'at', h.occurred_at,
      'fields', (SELECT coalesce(jsonb_agg(k ORDER BY k), '[]') FROM jsonb_object_keys(h.changes) k)) ORDER BY h.sequence DESC), '[]')
    FROM (SELECT e.id, e.act, e.occurred_at, e.sequence, coalesce(e.changes, '{}') AS changes, m.name
      FROM audit_event e
      LEFT JOIN membership m ON m.organization_id = e.organization_id AND m.id = e.actor_id
      WHERE e.organization_id = r.organization_id AND e.object_kind = 'RankingRound' AND e.object_id = r.id::text
      ORDER BY e.sequence DESC LIMIT 100) h)`;

/** The page of one round `r`. */
export const pageJson = (mayUpdate: string): string => `${SUMMARY_JSON} || jsonb_build_object(
  'calledOffReason', r.called_off_reason, 'revealedByName', ${nameOf('r.revealed_by')},
  'revealedOn', (r.revealed_at AT TIME ZONE (SELECT z.time_zone FROM organization z WHERE z.id = r.organization_id))::date,
  'items', ${ITEMS(mayUpdate)}, 'judges', ${JUDGES}, 'mine', ${MINE}, 'judgements', ${JUDGEMENTS},
  'agreements', ${AGREEMENTS}, 'events', ${EVENTS}, 'mayUpdate', ${mayUpdate})`;

export const LIST = `
  WITH matching AS (
    SELECT r.id, r.created_at FROM ranking_round r ${TODAY}
    WHERE r.organization_id = $1 AND ($3::text IS NULL OR r.name ILIKE $3) AND ($4::text[] IS NULL OR r.state = ANY($4))
      AND (NOT $5 OR r.state = 'judging' AND r.closes_on >= d.today AND EXISTS (SELECT FROM ${MY_SEAT} AND mine.judged_at IS NULL))
  ), page AS (
    SELECT id FROM matching WHERE $6::timestamptz IS NULL OR (created_at, id) < ($6, $7::uuid)
    ORDER BY created_at DESC, id DESC LIMIT $8 + 1
  )
  SELECT (SELECT count(*)::int FROM matching) AS total,
    (SELECT json_agg(${SUMMARY_JSON} ORDER BY r.created_at DESC, r.id DESC)
     FROM page JOIN ranking_round r ON r.organization_id = $1 AND r.id = page.id ${TODAY}) AS rows`;
