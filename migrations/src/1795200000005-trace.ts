import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One thread through everything: each joint of the domain as an edge, read from the foreign keys themselves. There is no second
 * table of links to keep. Every edge runs along the thread, from what something is for (or comes from) to what comes of it:
 * goal, objective, metric, touchpoint, pain point, opportunity, initiative, effect, verdict. It holds from the instant
 * `valid_from` on, and until `valid_to` where it has ended; an edge whose end was archived has ended with it.
 *
 * A gap has no row of its own before somebody takes it up: it is the part `node_id` of its assessment. Every other end is whole.
 */
export class Trace1795200000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // The view is asked for the edges of one end at a time, from either side.
    await runner.query(`
      CREATE INDEX metric_target_objective ON metric_target (organization_id, objective_id) WHERE objective_id IS NOT NULL;
      CREATE INDEX metric_link_team ON metric_link (organization_id, team_id) WHERE team_id IS NOT NULL;
      CREATE INDEX metric_owner_team ON metric (organization_id, owner_team_id) WHERE owner_team_id IS NOT NULL;
      CREATE INDEX journey_future_of ON journey (organization_id, future_of_id) WHERE future_of_id IS NOT NULL;
      CREATE INDEX ownership_touchpoint ON ownership (organization_id, touchpoint_id, valid_from);
      CREATE INDEX pain_point_persona_persona ON pain_point_persona (organization_id, persona_id);
      CREATE INDEX assessment_previous ON assessment (organization_id, previous_assessment_id) WHERE previous_assessment_id IS NOT NULL;
      CREATE INDEX effect_registration_initiative ON effect_registration (organization_id, initiative_id);
      CREATE INDEX feedback_gap ON feedback (organization_id, assessment_id, node_id) WHERE assessment_id IS NOT NULL;
    `);
    await runner.query(`
      CREATE VIEW trace_edge WITH (security_invoker = true) AS
      ${[...GOALS_AND_METRICS, ...JOURNEYS_AND_TEAMS, ...PAIN, ...FIXES, ...PROOF].join('\n      UNION ALL\n      ')};
      GRANT SELECT ON trace_edge TO touchstone_app, touchstone_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW trace_edge;
      DROP INDEX feedback_gap, effect_registration_initiative, assessment_previous, pain_point_persona_persona, ownership_touchpoint, journey_future_of, metric_owner_team,
        metric_link_team, metric_target_objective;
    `);
  }
}

/** The columns of an edge; both ends are columns of `source`, whose `since` and `until` say when it holds. */
const edge = (
  [fromKind, fromId, fromPart = `''`]: readonly string[],
  relation: string,
  [toKind, toId, toPart = `''`]: readonly string[],
  [since, until]: readonly [string, string],
  source: string,
): string => `SELECT l.organization_id, '${fromKind}' AS from_kind, ${fromId} AS from_id, ${fromPart} AS from_part,
        ${relation} AS relation, '${toKind}' AS to_kind, ${toId} AS to_id, ${toPart} AS to_part,
        ${since} AS valid_from, ${until}::timestamptz AS valid_to
      FROM ${source}`;

/** Joins the row of another table that `l` or an earlier one names. */
const joining = (table: string, alias: string, id: string): string =>
  `JOIN ${table} ${alias} ON ${alias}.organization_id = l.organization_id AND ${alias}.id = ${id}`;

const GOALS_AND_METRICS = [
  edge(
    ['goal', 'l.goal_id'],
    `'has'`,
    ['objective', 'l.id'],
    ['greatest(l.created_at, g.created_at)', 'least(l.archived_at, g.archived_at)'],
    `experience_objective l ${joining('business_goal', 'g', 'l.goal_id')}`,
  ),
  edge(
    ['objective', 'l.objective_id'],
    `'measured_by'`,
    ['metric', 'l.metric_id'],
    ['min(l.created_at)', 'least(e.archived_at, m.archived_at)'],
    `(SELECT organization_id, objective_id, metric_id, created_at FROM metric_target WHERE objective_id IS NOT NULL
            UNION ALL
            SELECT organization_id, objective_id, metric_id, created_at FROM metric_link WHERE objective_id IS NOT NULL) l
      ${joining('experience_objective', 'e', 'l.objective_id')} ${joining('metric', 'm', 'l.metric_id')}
      GROUP BY l.organization_id, l.objective_id, l.metric_id, e.archived_at, m.archived_at`,
  ),
  edge(
    ['metric', 'l.metric_id'],
    `'measures'`,
    ['touchpoint', 'l.touchpoint_id'],
    ['l.created_at', 'least(m.archived_at, t.archived_at)'],
    `metric_link l ${joining('metric', 'm', 'l.metric_id')} ${joining('touchpoint', 't', 'l.touchpoint_id')}`,
  ),
  edge(
    ['metric', 'l.metric_id'],
    `'measures'`,
    ['stage', 'l.stage_id'],
    ['l.created_at', 'least(m.archived_at, j.archived_at)'],
    `metric_link l ${joining('metric', 'm', 'l.metric_id')} ${joining('journey_stage', 's', 'l.stage_id')}
      ${joining('journey', 'j', 's.journey_id')}`,
  ),
  edge(
    ['metric', 'l.metric_id'],
    `'measures'`,
    ['journey', 'l.journey_id'],
    ['l.created_at', 'least(m.archived_at, j.archived_at)'],
    `metric_link l ${joining('metric', 'm', 'l.metric_id')} ${joining('journey', 'j', 'l.journey_id')}`,
  ),
  edge(
    ['metric', 'l.metric_id'],
    `'measures'`,
    ['team', 'l.team_id'],
    ['l.created_at', 'least(m.archived_at, t.archived_at)'],
    `metric_link l ${joining('metric', 'm', 'l.metric_id')} ${joining('team', 't', 'l.team_id')}`,
  ),
  edge(
    ['team', 'l.owner_team_id'],
    `'watches'`,
    ['metric', 'l.id'],
    ['l.created_at', 'l.archived_at'],
    'metric l WHERE l.owner_team_id IS NOT NULL',
  ),
];

const JOURNEYS_AND_TEAMS = [
  edge(
    ['journey', 'l.parent_id'],
    `'has'`,
    ['journey', 'l.id'],
    ['l.created_at', 'least(l.archived_at, p.archived_at)'],
    `journey l ${joining('journey', 'p', 'l.parent_id')}`,
  ),
  edge(
    ['journey', 'l.future_of_id'],
    `'becomes'`,
    ['journey', 'l.id'],
    ['l.created_at', 'least(l.archived_at, p.archived_at)'],
    `journey l ${joining('journey', 'p', 'l.future_of_id')}`,
  ),
  edge(
    ['persona', 'l.persona_id'],
    `'travels'`,
    ['journey', 'l.id'],
    ['l.created_at', 'least(l.archived_at, p.archived_at)'],
    `journey l ${joining('persona', 'p', 'l.persona_id')}`,
  ),
  edge(
    ['journey', 'l.journey_id'],
    `'has'`,
    ['stage', 'l.id'],
    ['j.created_at', 'j.archived_at'],
    `journey_stage l ${joining('journey', 'j', 'l.journey_id')}`,
  ),
  edge(
    ['stage', 'l.stage_id'],
    `'has'`,
    ['touchpoint', 'l.touchpoint_id'],
    ['greatest(t.created_at, j.created_at)', 'least(t.archived_at, j.archived_at)'],
    `touchpoint_placement l ${joining('touchpoint', 't', 'l.touchpoint_id')} ${joining('journey_stage', 's', 'l.stage_id')}
      ${joining('journey', 'j', 's.journey_id')}`,
  ),
  edge(
    ['team', 'l.team_id'],
    'l.responsibility',
    ['touchpoint', 'l.touchpoint_id'],
    [
      'l.valid_from::timestamp AT TIME ZONE o.time_zone',
      'least(l.valid_to::timestamp AT TIME ZONE o.time_zone, t.archived_at)',
    ],
    `ownership l JOIN organization o ON o.id = l.organization_id ${joining('touchpoint', 't', 'l.touchpoint_id')}
      WHERE l.responsibility IN ('accountable', 'responsible')`,
  ),
  edge(
    ['team', 'l.team_id'],
    `'leads'`,
    ['initiative', 'l.id'],
    ['l.created_at', 'l.archived_at'],
    'initiative l WHERE l.team_id IS NOT NULL',
  ),
];

const PAIN = [
  edge(
    ['touchpoint', 'l.touchpoint_id'],
    `'heard_in'`,
    ['feedback', 'l.id'],
    ['l.created_at', 't.archived_at'],
    `feedback l ${joining('touchpoint', 't', 'l.touchpoint_id')} WHERE l.state IN ('new', 'linked')`,
  ),
  edge(
    ['metric', 'l.metric_id'],
    `'warned_by'`,
    ['alert', 'l.id'],
    ['l.opened_at', 'm.archived_at'],
    `alert l ${joining('metric', 'm', 'l.metric_id')}`,
  ),
  edge(
    ['alert', 'l.alert_id'],
    `'told_as'`,
    ['feedback', 'l.id'],
    ['l.created_at', 'NULL'],
    `feedback l WHERE l.alert_id IS NOT NULL AND l.state IN ('new', 'linked')`,
  ),
  edge(
    ['gap', 'l.assessment_id', 'l.node_id'],
    `'told_as'`,
    ['feedback', 'l.id'],
    ['l.created_at', 'NULL'],
    `feedback l WHERE l.assessment_id IS NOT NULL AND l.state IN ('new', 'linked')`,
  ),
  edge(
    ['feedback', 'l.id'],
    `'evidence_of'`,
    ['pain_point', 'l.pain_point_id'],
    ['coalesce(l.triaged_at, l.created_at)', 'p.archived_at'],
    `feedback l ${joining('pain_point', 'p', 'l.pain_point_id')}`,
  ),
  edge(
    ['touchpoint', 'l.touchpoint_id'],
    `'hurts_in'`,
    ['pain_point', 'l.pain_point_id'],
    ['greatest(p.created_at, t.created_at)', 'least(p.archived_at, t.archived_at)'],
    `pain_point_touchpoint l ${joining('pain_point', 'p', 'l.pain_point_id')} ${joining('touchpoint', 't', 'l.touchpoint_id')}`,
  ),
  edge(
    ['persona', 'l.persona_id'],
    `'meets'`,
    ['pain_point', 'l.pain_point_id'],
    ['greatest(p.created_at, q.created_at)', 'least(p.archived_at, q.archived_at)'],
    `pain_point_persona l ${joining('pain_point', 'p', 'l.pain_point_id')} ${joining('persona', 'q', 'l.persona_id')}`,
  ),
  edge(
    ['pain_point', 'l.id'],
    `'part_of'`,
    ['pain_point', 'l.common_id'],
    ['greatest(l.created_at, c.created_at)', 'least(l.archived_at, c.archived_at)'],
    `pain_point l ${joining('pain_point', 'c', 'l.common_id')}`,
  ),
];

/** Gaps that published results show, where groups differ by more than noise, and those that somebody set out to close. */
const GAPS = `(
        SELECT a.organization_id, a.id AS assessment_id, x.node_id, min(x.since) AS since
        FROM assessment a CROSS JOIN LATERAL (
          SELECT g.node_id, a.published_at AS since FROM result_set r
          JOIN result_gap g ON g.organization_id = r.organization_id AND g.result_set_id = r.id AND g.beyond_noise
            AND g.node_kind <> 'overall'
          WHERE r.organization_id = a.organization_id AND r.assessment_id = a.id AND r.superseded_at IS NULL
            AND a.published_at IS NOT NULL
          UNION ALL
          SELECT g.node_id, i.created_at FROM initiative_gap g
          JOIN initiative i ON i.organization_id = g.organization_id AND i.id = g.initiative_id
          WHERE g.organization_id = a.organization_id AND g.assessment_id = a.id) x
        GROUP BY a.organization_id, a.id, x.node_id) l`;

const FIXES = [
  edge(
    ['assessment', 'l.previous_assessment_id'],
    `'rescored_by'`,
    ['assessment', 'l.id'],
    ['l.created_at', 'least(l.archived_at, p.archived_at)'],
    `assessment l ${joining('assessment', 'p', 'l.previous_assessment_id')}`,
  ),
  edge(
    ['gap', 'l.assessment_id', 'l.node_id'],
    `'rescored_by'`,
    ['assessment', 'n.id'],
    ['greatest(l.since, n.created_at)', 'n.archived_at'],
    `${GAPS} JOIN assessment n ON n.organization_id = l.organization_id AND n.previous_assessment_id = l.assessment_id`,
  ),
  edge(
    ['assessment', 'l.assessment_id'],
    `'shows'`,
    ['gap', 'l.assessment_id', 'l.node_id'],
    ['l.since', 'NULL'],
    GAPS,
  ),
  edge(
    ['pain_point', 'l.pain_point_id'],
    `'answered_by'`,
    ['opportunity', 'l.opportunity_id'],
    ['greatest(p.created_at, o.created_at)', 'least(p.archived_at, o.archived_at)'],
    `opportunity_pain_point l ${joining('pain_point', 'p', 'l.pain_point_id')} ${joining('opportunity', 'o', 'l.opportunity_id')}`,
  ),
  edge(
    ['opportunity', 'l.opportunity_id'],
    `'taken_up_by'`,
    ['initiative', 'l.id'],
    ['l.created_at', 'least(l.archived_at, o.archived_at)'],
    `initiative l ${joining('opportunity', 'o', 'l.opportunity_id')}`,
  ),
  edge(
    ['pain_point', 'l.pain_point_id'],
    `'fixed_by'`,
    ['initiative', 'l.initiative_id'],
    ['greatest(p.created_at, i.created_at)', 'least(p.archived_at, i.archived_at)'],
    `initiative_pain_point l ${joining('pain_point', 'p', 'l.pain_point_id')} ${joining('initiative', 'i', 'l.initiative_id')}`,
  ),
  edge(
    ['touchpoint', 'l.touchpoint_id'],
    `'changed_by'`,
    ['initiative', 'l.initiative_id'],
    ['greatest(t.created_at, i.created_at)', 'least(t.archived_at, i.archived_at)'],
    `initiative_touchpoint l ${joining('touchpoint', 't', 'l.touchpoint_id')} ${joining('initiative', 'i', 'l.initiative_id')}`,
  ),
  edge(
    ['gap', 'l.assessment_id', 'l.node_id'],
    `'closed_by'`,
    ['initiative', 'l.initiative_id'],
    ['i.created_at', 'i.archived_at'],
    `initiative_gap l ${joining('initiative', 'i', 'l.initiative_id')}`,
  ),
  edge(
    ['initiative', 'l.needs_id'],
    `'needed_by'`,
    ['initiative', 'l.initiative_id'],
    ['greatest(i.created_at, n.created_at)', 'least(i.archived_at, n.archived_at)'],
    `initiative_dependency l ${joining('initiative', 'i', 'l.initiative_id')} ${joining('initiative', 'n', 'l.needs_id')}`,
  ),
  edge(
    ['decision', 'l.id'],
    `'decides'`,
    ['initiative', 'l.initiative_id'],
    ['l.created_at', 'least(l.taken_back_at, i.archived_at)'],
    `decision l ${joining('initiative', 'i', 'l.initiative_id')}`,
  ),
];

const PROOF = [
  edge(
    ['initiative', 'l.initiative_id'],
    `'promises'`,
    ['effect', 'l.id'],
    ['l.created_at', 'least(l.withdrawn_at, i.archived_at)'],
    `effect_registration l ${joining('initiative', 'i', 'l.initiative_id')}`,
  ),
  edge(
    ['metric', 'l.metric_id'],
    `'moved_by'`,
    ['effect', 'l.id'],
    ['l.created_at', 'least(l.withdrawn_at, m.archived_at)'],
    `effect_registration l ${joining('metric', 'm', 'l.metric_id')}`,
  ),
  edge(
    ['effect', 'l.registration_id'],
    `'judged_by'`,
    ['verdict', 'l.id'],
    ['l.computed_at', 'r.withdrawn_at'],
    `effect_verdict l ${joining('effect_registration', 'r', 'l.registration_id')}`,
  ),
];
