import { FEWEST_PASSAGES, OVERLONG_TIMES } from '@touchstone/domain';

/**
 * What the portfolio counts an initiative `i` as, on the day `d.today` in the zone `d.zone`. The list is narrowed down by the
 * same words, so that a figure and the list behind it are the same initiatives.
 */

/** From the launch on, whatever became of it: who gives up what looks bad does not take it out of the count. */
export const HAS_LAUNCHED = `(i.launched_on IS NOT NULL AND i.archived_at IS NULL)`;

/** What is being done, or is done. */
export const IS_LIVE = `i.archived_at IS NULL AND i.stage <> 'withdrawn'`;

/** Nothing more is asked of those that are closed or withdrawn. */
export const IS_RUNNING = `i.stage NOT IN ('closed', 'withdrawn')`;

/** Whole days in the stage, of the organisation's calendar. */
export const DAYS_IN_STAGE = `(d.today - (i.stage_since AT TIME ZONE d.zone)::date)`;

const latest = (occasion: 'evaluation' | 'watch'): string => `(
    SELECT v.id, v.verdict, v.p, v.estimate, v.lower, v.upper, v.n_before, v.n_after, v.judged_on, v.reasons
    FROM effect_verdict v
    WHERE v.organization_id = r.organization_id AND v.registration_id = r.id AND v.occasion = '${occasion}'
    ORDER BY v.judged_on DESC, v.computed_at DESC, v.id DESC LIMIT 1)`;

/** Of a promise `r` the latest evaluation `e` and, where that is proven, the latest watch `w`. */
export const LATEST_VERDICTS = `LEFT JOIN LATERAL ${latest('evaluation')} e ON true
  LEFT JOIN LATERAL ${latest('watch')} w ON e.verdict = 'proven'`;
export const IS_SEALED = `r.sealed_at IS NOT NULL AND r.withdrawn_at IS NULL`;
export const IS_CONFOUNDED = `coalesce(e.reasons @> '[{"code": "CONFOUNDED"}]', false)`;
export const IS_DUE = `(r.evaluate_on < d.today)`;

const PROMISES_OF = `FROM effect_registration r ${LATEST_VERDICTS}
  WHERE r.organization_id = i.organization_id AND r.initiative_id = i.id AND ${IS_SEALED}`;

/** The same as `outcomeOf` of the domain: the least favourable of its promises. */
export const OUTCOME = `(SELECT coalesce((ARRAY['worse', 'not_proven', 'insufficient', 'overdue', 'not_yet_due', 'proven'])
    [min(CASE e.verdict WHEN 'worse' THEN 1 WHEN 'not_proven' THEN 2 WHEN 'insufficient' THEN 3 WHEN 'proven' THEN 6
      ELSE CASE WHEN ${IS_DUE} THEN 4 ELSE 5 END END)], 'unregistered') ${PROMISES_OF})`;

export const HAS_FADED = `EXISTS (SELECT ${PROMISES_OF} AND w.verdict = 'faded')`;
export const WAS_CONFOUNDED = `EXISTS (SELECT ${PROMISES_OF} AND ${IS_CONFOUNDED})`;
export const WITHDREW = `EXISTS (SELECT FROM effect_registration r WHERE r.organization_id = i.organization_id
  AND r.initiative_id = i.id AND r.sealed_at IS NOT NULL AND r.withdrawn_at IS NOT NULL)`;

/** How long those that have left a stage had stayed in it, over the whole organisation $1. */
export const USUAL_STAYS = `(SELECT stage, percentile_cont(0.5) WITHIN GROUP (ORDER BY days) AS days, count(*)::int AS n
  FROM (SELECT c.stage, extract(epoch FROM lead(c.at) OVER w - c.at) / 86400 AS days
    FROM (SELECT c.initiative_id, c.id, c.to_stage AS stage,
        CASE WHEN c.from_stage IS NULL THEN b.created_at ELSE c.changed_at END AS at
      FROM stage_change c JOIN initiative b ON b.organization_id = c.organization_id AND b.id = c.initiative_id
      WHERE c.organization_id = $1) c
    WINDOW w AS (PARTITION BY c.initiative_id ORDER BY c.at, c.id)) passage
  WHERE days IS NOT NULL GROUP BY stage)`;

/** Of a row `k` of these, the same as `overlongAfter` of the domain. */
export const OVERLONG_AFTER = `CASE WHEN k.n >= ${FEWEST_PASSAGES} THEN ${OVERLONG_TIMES} * k.days END`;

const STAYS_TOO_LONG = `${IS_RUNNING} AND ${DAYS_IN_STAGE} > (SELECT ${OVERLONG_AFTER} FROM ${USUAL_STAYS} k WHERE k.stage = i.stage)`;

/** When its next report should have been there, after the latest one `u`. */
export const REPORT_DUE = `(coalesce(u.created_at, i.stage_since) + make_interval(days => i.update_every_days))`;
const REPORTED = `(SELECT max(s.created_at) AS created_at FROM status_update s
  WHERE s.organization_id = i.organization_id AND s.initiative_id = i.id)`;
export const MUST_REPORT = `i.stage IN ('approved', 'in_progress', 'launched', 'evaluating')`;

export const IS_PAST_DUE = `(i.due_on < d.today AND i.stage IN ('proposed', 'approved', 'in_progress'))`;

/** Whether something of that kind is late. */
export const LATE_BY = {
  launch: IS_PAST_DUE,
  milestone: `${IS_RUNNING} AND EXISTS (SELECT FROM milestone s WHERE s.organization_id = i.organization_id
    AND s.initiative_id = i.id AND s.reached_on IS NULL AND s.due_on < d.today)`,
  action: `${IS_RUNNING} AND EXISTS (SELECT FROM action a WHERE a.organization_id = i.organization_id
    AND a.initiative_id = i.id AND a.state = 'open' AND a.due_on < d.today)`,
  evaluation: `${HAS_LAUNCHED} AND EXISTS (SELECT ${PROMISES_OF} AND e.verdict IS NULL AND ${IS_DUE})`,
  report: `${MUST_REPORT} AND (SELECT ${REPORT_DUE} < now() FROM ${REPORTED} u)`,
  stage: STAYS_TOO_LONG,
} as const;

/**
 * Whether it serves the goal: what it promised is a metric of one of the goal's objectives, or such a metric measures a
 * touchpoint that it changes or whose pain points it answers.
 */
export const servesGoal = (goal: string): string => `EXISTS (
  SELECT FROM experience_objective g
  JOIN (SELECT organization_id, objective_id, metric_id FROM metric_link WHERE objective_id IS NOT NULL
        UNION ALL SELECT organization_id, objective_id, metric_id FROM metric_target WHERE objective_id IS NOT NULL) s
    ON s.organization_id = g.organization_id AND s.objective_id = g.id
  WHERE g.organization_id = i.organization_id AND g.goal_id = ${goal} AND g.archived_at IS NULL AND (
    EXISTS (SELECT FROM effect_registration r WHERE r.organization_id = i.organization_id AND r.initiative_id = i.id
      AND r.metric_id = s.metric_id AND r.withdrawn_at IS NULL)
    OR EXISTS (SELECT FROM metric_link l WHERE l.organization_id = i.organization_id AND l.metric_id = s.metric_id
      AND l.touchpoint_id IN (
        SELECT t.touchpoint_id FROM initiative_touchpoint t
        WHERE t.organization_id = i.organization_id AND t.initiative_id = i.id
        UNION ALL
        SELECT t.touchpoint_id FROM initiative_pain_point p
        JOIN pain_point_touchpoint t ON t.organization_id = p.organization_id AND t.pain_point_id = p.pain_point_id
        WHERE p.organization_id = i.organization_id AND p.initiative_id = i.id))))`;
