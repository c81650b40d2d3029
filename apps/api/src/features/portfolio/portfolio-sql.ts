import { CURRENT_VERSION } from '../metrics/index.js';
import { portfolioSql } from '../initiatives/index.js';

const {
  DAYS_IN_STAGE,
  HAS_FADED,
  HAS_LAUNCHED,
  IS_CONFOUNDED,
  IS_DUE,
  IS_LIVE,
  IS_PAST_DUE,
  IS_RUNNING,
  IS_SEALED,
  LATEST_VERDICTS,
  MUST_REPORT,
  OUTCOME,
  OVERLONG_AFTER,
  REPORT_DUE,
  servesGoal,
  USUAL_STAYS,
  WAS_CONFOUNDED,
} = portfolioSql;

/** Conditions of the reader's ability, as SQL over `i` and over benefits of `i`. */
export interface PortfolioConditions {
  readonly mayReadInitiative: string;
  readonly mayReadEffect: string;
  readonly mayReadBenefit: string;
}

/** $1 organisation, $2 team, $3 sponsor, $4 goal, $5 and $6 launched from and before, $7 how many of each list. */
export const FIRST_CONDITION = 8;

const initiative = (row = 'i'): string =>
  `json_build_object('id', ${row}.id, 'number', ${row}.number, 'title', ${row}.title, 'stage', ${row}.stage)`;

/** The rows of `from`, as JSON; never null. */
const rows = (pairs: string, from: string, order: string): string =>
  `(SELECT coalesce(json_agg(json_build_object(${pairs}) ORDER BY ${order}), '[]') FROM ${from})`;

/**
 * What the page is about: `readable` is what is being done and what was launched, as far as it may be read; `here` is what the
 * filters keep, `counted` what was launched in the period.
 */
const SCOPE = ({ mayReadInitiative, mayReadEffect, mayReadBenefit }: PortfolioConditions): string => `
  d AS MATERIALIZED (SELECT (now() AT TIME ZONE o.time_zone)::date AS today, o.time_zone AS zone FROM organization o WHERE o.id = $1),
  readable AS MATERIALIZED (
    SELECT i.id, i.number, i.title, i.stage, i.stage_since, i.due_on, i.launched_on, i.archived_at, i.value, i.effort, i.update_every_days,
      i.organization_id, i.team_id, i.sponsor_id, ${DAYS_IN_STAGE} AS days,
      ${IS_LIVE} AS live, ($2::uuid IS NULL OR i.team_id = $2) AND ($3::uuid IS NULL OR i.sponsor_id = $3)
        AND ($4::uuid IS NULL OR ${servesGoal('$4')}) AS here
    FROM initiative i CROSS JOIN d
    WHERE i.organization_id = $1 AND (${IS_LIVE} OR ${HAS_LAUNCHED}) AND ${mayReadInitiative}
  ), kept AS MATERIALIZED (SELECT * FROM readable WHERE here AND live),
  launched AS MATERIALIZED (
    SELECT i.*, here AND ($5::date IS NULL OR i.launched_on >= $5) AND ($6::date IS NULL OR i.launched_on < $6) AS counted
    FROM readable i WHERE ${HAS_LAUNCHED}
  ), promise AS MATERIALIZED (
    SELECT r.id, r.initiative_id, r.metric_id, r.segment_dimension, r.segment_value, r.direction, r.method, r.expected_change,
      r.evaluate_on, ${IS_DUE} AS due, i.counted, e.id AS verdict_id, e.verdict, e.p, e.estimate, e.lower, e.upper,
      e.n_before, e.n_after, e.judged_on, ${IS_CONFOUNDED} AS confounded, w.verdict AS watch
    FROM launched i CROSS JOIN d JOIN effect_registration r ON r.organization_id = $1 AND r.initiative_id = i.id ${LATEST_VERDICTS}
    WHERE ${IS_SEALED} AND ${mayReadEffect}
  ), usual AS MATERIALIZED (SELECT k.stage, k.days, k.n, ${OVERLONG_AFTER} AS overlong_after FROM ${USUAL_STAYS} k),
  worth AS MATERIALIZED (
    SELECT b.*, i.number AS i_number, i.title AS i_title, i.stage AS i_stage, x.verdict, coalesce(p.watch = 'faded', false) AS faded
    FROM readable i JOIN benefit b ON b.organization_id = $1 AND b.initiative_id = i.id
    LEFT JOIN effect_verdict x ON x.organization_id = $1 AND x.id = b.verdict_id
    LEFT JOIN promise p ON p.id = b.registration_id
    WHERE i.here AND ${mayReadBenefit} AND (($5::date IS NULL AND $6::date IS NULL) OR i.id IN (SELECT id FROM launched WHERE counted))
  )`;

const MAP = `
  place AS (
    SELECT i.*, row_number() OVER (PARTITION BY i.value, i.effort ORDER BY i.number DESC) AS position
    FROM kept i WHERE ${IS_RUNNING} AND i.value IS NOT NULL AND i.effort IS NOT NULL
  ), unplaced AS (
    SELECT i.*, row_number() OVER (ORDER BY i.number DESC) AS position
    FROM kept i WHERE ${IS_RUNNING} AND (i.value IS NULL OR i.effort IS NULL)
  )`;

const MAP_JSON = `json_build_object(
    'places', ${rows(
      `'value', c.value, 'effort', c.effort, 'count', c.count, 'launched', c.launched, 'initiatives', c.initiatives`,
      `(SELECT i.value, i.effort, count(*) AS count, count(*) FILTER (WHERE i.stage IN ('launched', 'evaluating')) AS launched,
          json_agg(${initiative()} ORDER BY i.number DESC) FILTER (WHERE i.position <= $7) AS initiatives
        FROM place i GROUP BY i.value, i.effort) c`,
      'c.value DESC, c.effort',
    )},
    'placed', (SELECT count(*) FROM place), 'unestimated', (SELECT count(*) FROM unplaced),
    'unplaced', (SELECT coalesce(json_agg(${initiative()} ORDER BY i.number DESC), '[]') FROM unplaced i WHERE i.position <= $7))`;

const STAGES_JSON = rows(
  `'stage', s.stage, 'days', s.days, 'oldest', s.oldest`,
  `(SELECT i.stage, json_agg(i.days) AS days, (array_agg(${initiative()} ORDER BY i.stage_since, i.number))[1] AS oldest
    FROM kept i GROUP BY i.stage) s`,
  's.stage',
);

/** Of every launched initiative what its count rests on; names only where something is to be said of it. */
const LAUNCHED_JSON = rows(
  `'id', i.id, 'counted', i.counted, 'promises', coalesce(p.promises, '[]'), 'withdrew', EXISTS (
     SELECT FROM effect_registration r WHERE r.organization_id = $1 AND r.initiative_id = i.id
       AND r.sealed_at IS NOT NULL AND r.withdrawn_at IS NOT NULL),
   'number', i.number, 'title', i.title, 'stage', i.stage`,
  `launched i LEFT JOIN (
     SELECT p.initiative_id, json_agg(json_build_object('id', p.id, 'verdict', p.verdict, 'p', p.p, 'due', p.due,
       'faded', coalesce(p.watch = 'faded', false), 'confounded', p.confounded) ORDER BY p.id) AS promises
     FROM promise p GROUP BY p.initiative_id) p ON p.initiative_id = i.id`,
  'i.number',
);

const CONFOUNDED_JSON = rows(
  `'id', c.initiative_id, 'with', c.others`,
  `(SELECT p.initiative_id, json_agg(DISTINCT n.id) AS others FROM promise p
     JOIN effect_verdict v ON v.organization_id = $1 AND v.id = p.verdict_id
     CROSS JOIN LATERAL jsonb_array_elements_text(coalesce(v.inputs->'confoundedWith', '[]')) other
     JOIN readable n ON n.id::text = other
     WHERE p.counted AND p.confounded GROUP BY p.initiative_id ORDER BY p.initiative_id LIMIT $7) c`,
  'c.initiative_id',
);

const EFFECTS_JSON = rows(
  `'id', p.id, 'initiative', ${initiative()}, 'metricName', m.name,
   'segment', CASE WHEN p.segment_dimension IS NOT NULL THEN p.segment_dimension || ': ' || p.segment_value END,
   'unit', v.unit, 'direction', p.direction, 'method', p.method,
   'expected', CASE p.direction WHEN 'up' THEN p.expected_change ELSE -p.expected_change END,
   'verdict', p.verdict, 'watch', p.watch, 'estimate', p.estimate, 'lower', p.lower, 'upper', p.upper,
   'nBefore', p.n_before, 'nAfter', p.n_after, 'judgedOn', p.judged_on, 'confounded', p.confounded`,
  `(SELECT * FROM promise WHERE counted AND verdict IS NOT NULL ORDER BY judged_on DESC, id LIMIT $7) p
   JOIN launched i ON i.id = p.initiative_id
   JOIN organization o ON o.id = $1 JOIN metric m ON m.organization_id = $1 AND m.id = p.metric_id JOIN ${CURRENT_VERSION} ON true`,
  'p.judged_on DESC, p.id',
);

const MONEY_JSON = rows(
  `'currency', c.currency, 'benefits', c.benefits, 'locked', c.locked, 'checked', c.checked, 'targetMinor', c.target,
   'forecastMinor', c.forecast, 'judgedForecastMinor', c.judged_forecast, 'actualMinor', c.actual, 'provenMinor', c.proven,
   'fadedMinor', c.faded, 'amounts', c.amounts`,
  `(SELECT b.currency, count(*) AS benefits, count(b.locked_at) AS locked, count(b.checked_at) AS checked,
      sum(b.target_minor) AS target, coalesce(sum(b.forecast_minor), 0) AS forecast,
      coalesce(sum(b.forecast_minor) FILTER (WHERE b.actual_minor IS NOT NULL), 0) AS judged_forecast,
      coalesce(sum(b.actual_minor), 0) AS actual,
      coalesce(sum(b.actual_minor) FILTER (WHERE b.verdict = 'proven'), 0) AS proven,
      coalesce(sum(b.actual_minor) FILTER (WHERE b.verdict = 'proven' AND b.faded), 0) AS faded,
      coalesce(json_agg(json_build_object('forecast', b.forecast_minor, 'actual', b.actual_minor, 'upper', b.actual_upper_minor))
        FILTER (WHERE b.actual_minor IS NOT NULL), '[]') AS amounts
    FROM worth b GROUP BY b.currency) c`,
  'c.benefits DESC, c.currency',
);

const BENEFITS_JSON = rows(
  `'id', b.id, 'name', b.name, 'currency', b.currency, 'targetMinor', b.target_minor, 'forecastMinor', b.forecast_minor,
   'initiative', json_build_object('id', b.initiative_id, 'number', b.i_number, 'title', b.i_title, 'stage', b.i_stage),
   'actualMinor', b.actual_minor, 'actualLowerMinor', b.actual_lower_minor, 'actualUpperMinor', b.actual_upper_minor,
   'verdict', b.verdict, 'faded', b.faded, 'locked', b.locked_at IS NOT NULL, 'checked', b.checked_at IS NOT NULL`,
  `(SELECT * FROM worth ORDER BY actual_minor IS NULL, forecast_minor DESC NULLS LAST, id LIMIT $7) b`,
  'b.actual_minor IS NULL, b.forecast_minor DESC NULLS LAST, b.id',
);

const LATE = `
  report AS MATERIALIZED (
    SELECT i.*, (${REPORT_DUE} AT TIME ZONE d.zone)::date AS report_due
    FROM kept i CROSS JOIN d
    LEFT JOIN LATERAL (SELECT s.created_at FROM status_update s WHERE s.organization_id = $1 AND s.initiative_id = i.id
      ORDER BY s.created_at DESC LIMIT 1) u ON true
    WHERE ${MUST_REPORT} AND ${REPORT_DUE} < now()
  ), late AS MATERIALIZED (
    SELECT 'launch' AS kind, i.id, i.number, i.title, i.stage, '' AS what, i.due_on FROM kept i CROSS JOIN d WHERE ${IS_PAST_DUE}
    UNION ALL
    SELECT 'milestone', i.id, i.number, i.title, i.stage, s.name, s.due_on FROM kept i CROSS JOIN d
      JOIN milestone s ON s.organization_id = $1 AND s.initiative_id = i.id AND s.reached_on IS NULL AND s.due_on < d.today
      WHERE ${IS_RUNNING}
    UNION ALL
    SELECT 'action', i.id, i.number, i.title, i.stage, a.text, a.due_on FROM kept i CROSS JOIN d
      JOIN action a ON a.organization_id = $1 AND a.initiative_id = i.id AND a.state = 'open' AND a.due_on < d.today
      WHERE ${IS_RUNNING}
    UNION ALL
    SELECT 'evaluation', i.id, i.number, i.title, i.stage, m.name, p.evaluate_on FROM promise p JOIN kept i ON i.id = p.initiative_id
      JOIN metric m ON m.organization_id = $1 AND m.id = p.metric_id
      WHERE p.verdict IS NULL AND p.due
    UNION ALL
    SELECT 'report', i.id, i.number, i.title, i.stage, '', i.report_due FROM report i
    UNION ALL
    SELECT 'stage', i.id, i.number, i.title, i.stage, '', (i.stage_since AT TIME ZONE d.zone)::date + floor(u.overlong_after)::int
      FROM kept i CROSS JOIN d JOIN usual u ON u.stage = i.stage WHERE ${IS_RUNNING} AND i.days > u.overlong_after
  )`;

const LATE_JSON = rows(
  `'kind', g.kind, 'count', g.count, 'initiatives', g.initiatives, 'items', g.items`,
  `(SELECT i.kind, count(*) AS count, count(DISTINCT i.id) AS initiatives,
      json_agg(json_build_object('initiative', ${initiative()}, 'what', i.what, 'dueOn', i.due_on, 'days', d.today - i.due_on)
        ORDER BY i.due_on, i.number) FILTER (WHERE i.position <= $7) AS items
    FROM (SELECT *, row_number() OVER (PARTITION BY kind ORDER BY due_on, number) AS position FROM late) i CROSS JOIN d
    GROUP BY i.kind) g`,
  'g.kind',
);

/** What the page can be narrowed down to, whatever it is narrowed down to now. */
const CHOICES_JSON = `json_build_object(
    'teams', ${rows(`'id', t.id, 'name', t.name`, `team t WHERE t.organization_id = $1 AND t.id IN (SELECT team_id FROM readable)`, 'lower(t.name), t.id')},
    'sponsors', ${rows(`'id', m.id, 'name', m.name`, `membership m WHERE m.organization_id = $1 AND m.id IN (SELECT sponsor_id FROM readable)`, 'lower(m.name), m.id')},
    'goals', ${rows(`'id', g.id, 'name', g.name`, 'business_goal g WHERE g.organization_id = $1 AND g.archived_at IS NULL', 'lower(g.name), g.id')})`;

/** What is asked for and is not there: to narrow down to it would show an empty portfolio, which reads as good news. */
const MISSING = `CASE
    WHEN $2::uuid IS NOT NULL AND NOT EXISTS (SELECT FROM team WHERE organization_id = $1 AND id = $2) THEN 'Team'
    WHEN $3::uuid IS NOT NULL AND NOT EXISTS (SELECT FROM membership WHERE organization_id = $1 AND id = $3) THEN 'Person'
    WHEN $4::uuid IS NOT NULL AND NOT EXISTS (SELECT FROM business_goal WHERE organization_id = $1 AND id = $4) THEN 'Goal' END`;

/** The whole page as one text, whatever it is about: a fixed number of passes over what the organisation undertakes. */
export const portfolioStatement = (conditions: PortfolioConditions): string => `
  WITH ${SCOPE(conditions)}, ${MAP}, ${LATE}
  SELECT json_build_object('today', d.today, 'initiatives', (SELECT count(*) FROM kept),
    'map', ${MAP_JSON}, 'stages', ${STAGES_JSON},
    'usual', ${rows(`'stage', u.stage, 'medianDays', u.days, 'n', u.n`, 'usual u', 'u.stage')},
    'launched', ${LAUNCHED_JSON}, 'confounded', ${CONFOUNDED_JSON},
    'lastJudgedOn', (SELECT max(judged_on) FROM promise WHERE counted),
    'effectCount', (SELECT count(*) FROM promise WHERE counted AND verdict IS NOT NULL), 'effects', ${EFFECTS_JSON},
    'money', ${MONEY_JSON}, 'benefitCount', (SELECT count(*) FROM worth), 'benefits', ${BENEFITS_JSON},
    'late', ${LATE_JSON}, 'choices', ${CHOICES_JSON})::text AS portfolio, ${MISSING} AS missing
  FROM d`;

/**
 * Every initiative that the filters keep and that is counted anywhere, for a file: of the organisation $1, the team $2, the
 * sponsor $3 and the goal $4.
 */
export const rowsStatement = (mayReadInitiative: string): string => `
  WITH d AS MATERIALIZED (SELECT (now() AT TIME ZONE o.time_zone)::date AS today, o.time_zone AS zone FROM organization o WHERE o.id = $1)
  SELECT i.number, i.title, i.stage, ${DAYS_IN_STAGE} AS days, t.name AS "teamName", w.name AS "ownerName", s.name AS "sponsorName",
    i.starts_on::text AS "startsOn", i.due_on::text AS "dueOn", i.launched_on::text AS "launchedOn", i.value, i.effort, i.currency,
    i.cost_planned_minor::float8 AS "costPlannedMinor", i.cost_actual_minor::float8 AS "costActualMinor",
    CASE WHEN ${HAS_LAUNCHED} THEN ${OUTCOME} END AS outcome, ${HAS_FADED} AS faded, ${WAS_CONFOUNDED} AS confounded,
    coalesce(${IS_PAST_DUE}, false) AS late
  FROM initiative i CROSS JOIN d
  LEFT JOIN team t ON t.organization_id = $1 AND t.id = i.team_id
  LEFT JOIN membership w ON w.organization_id = $1 AND w.id = i.owner_id
  LEFT JOIN membership s ON s.organization_id = $1 AND s.id = i.sponsor_id
  WHERE i.organization_id = $1 AND (${IS_LIVE} OR ${HAS_LAUNCHED}) AND ${mayReadInitiative}
    AND ($2::uuid IS NULL OR i.team_id = $2) AND ($3::uuid IS NULL OR i.sponsor_id = $3)
    AND ($4::uuid IS NULL OR ${servesGoal('$4')})
  ORDER BY i.number`;
