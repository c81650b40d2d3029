import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One thread through everything: each joint of the domain as an edge, read from the foreign keys themselves. There is no second
 * table of links to keep. An edge holds from `valid_from` on, and until `valid_to` where it has ended.
 */
export class Trace1795200000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE VIEW trace_edge WITH (security_invoker = true) AS
      SELECT organization_id, 'goal' AS from_kind, goal_id AS from_id, 'has' AS relation, 'objective' AS to_kind, id AS to_id,
             created_at AS valid_from, archived_at AS valid_to
        FROM experience_objective WHERE goal_id IS NOT NULL
      UNION ALL
      SELECT organization_id, 'objective', objective_id, 'measured_by', 'metric', metric_id, min(created_at), NULL::timestamptz
        FROM (SELECT organization_id, objective_id, metric_id, created_at FROM metric_target WHERE objective_id IS NOT NULL
              UNION ALL
              SELECT organization_id, objective_id, metric_id, created_at FROM metric_link WHERE objective_id IS NOT NULL) measured
        GROUP BY organization_id, objective_id, metric_id
      UNION ALL
      SELECT organization_id, 'metric', metric_id, 'measures', 'touchpoint', touchpoint_id, created_at, NULL
        FROM metric_link WHERE touchpoint_id IS NOT NULL
      UNION ALL
      SELECT organization_id, 'metric', metric_id, 'measures', 'stage', stage_id, created_at, NULL
        FROM metric_link WHERE stage_id IS NOT NULL
      UNION ALL
      SELECT organization_id, 'metric', metric_id, 'measures', 'journey', journey_id, created_at, NULL
        FROM metric_link WHERE journey_id IS NOT NULL
      UNION ALL
      SELECT organization_id, 'metric', metric_id, 'measures', 'team', team_id, created_at, NULL
        FROM metric_link WHERE team_id IS NOT NULL
      UNION ALL
      SELECT organization_id, 'journey', parent_id, 'has', 'journey', id, created_at, archived_at FROM journey WHERE parent_id IS NOT NULL
      UNION ALL
      SELECT organization_id, 'journey', future_of_id, 'becomes', 'journey', id, created_at, archived_at FROM journey WHERE future_of_id IS NOT NULL
      UNION ALL
      SELECT s.organization_id, 'journey', s.journey_id, 'has', 'stage', s.id, j.created_at, j.archived_at
        FROM journey_stage s JOIN journey j ON j.organization_id = s.organization_id AND j.id = s.journey_id
      UNION ALL
      SELECT p.organization_id, 'stage', p.stage_id, 'has', 'touchpoint', p.touchpoint_id, t.created_at, t.archived_at
        FROM touchpoint_placement p JOIN touchpoint t ON t.organization_id = p.organization_id AND t.id = p.touchpoint_id
      UNION ALL
      SELECT w.organization_id, 'touchpoint', w.touchpoint_id, w.responsibility, 'team', w.team_id,
             w.valid_from::timestamp AT TIME ZONE o.time_zone, w.valid_to::timestamp AT TIME ZONE o.time_zone
        FROM ownership w JOIN organization o ON o.id = w.organization_id
      UNION ALL
      SELECT organization_id, 'feedback', id, 'tells_of', 'touchpoint', touchpoint_id, created_at, NULL
        FROM feedback WHERE touchpoint_id IS NOT NULL AND state <> 'dismissed'
      UNION ALL
      SELECT organization_id, 'feedback', id, 'evidence_of', 'pain_point', pain_point_id, coalesce(triaged_at, created_at), NULL
        FROM feedback WHERE pain_point_id IS NOT NULL
      UNION ALL
      SELECT organization_id, 'alert', alert_id, 'told_as', 'feedback', id, created_at, NULL
        FROM feedback WHERE alert_id IS NOT NULL
      UNION ALL
      SELECT organization_id, 'alert', id, 'warns_of', 'metric', metric_id, opened_at, NULL FROM alert
      UNION ALL
      SELECT t.organization_id, 'pain_point', t.pain_point_id, 'at', 'touchpoint', t.touchpoint_id, p.created_at, p.archived_at
        FROM pain_point_touchpoint t JOIN pain_point p ON p.organization_id = t.organization_id AND p.id = t.pain_point_id
      UNION ALL
      SELECT organization_id, 'pain_point', id, 'part_of', 'pain_point', common_id, created_at, archived_at
        FROM pain_point WHERE common_id IS NOT NULL
      UNION ALL
      SELECT l.organization_id, 'opportunity', l.opportunity_id, 'answers', 'pain_point', l.pain_point_id, o.created_at, o.archived_at
        FROM opportunity_pain_point l JOIN opportunity o ON o.organization_id = l.organization_id AND o.id = l.opportunity_id
      UNION ALL
      SELECT organization_id, 'initiative', id, 'takes_up', 'opportunity', opportunity_id, created_at, archived_at
        FROM initiative WHERE opportunity_id IS NOT NULL
      UNION ALL
      SELECT l.organization_id, 'initiative', l.initiative_id, 'fixes', 'pain_point', l.pain_point_id, i.created_at, i.archived_at
        FROM initiative_pain_point l JOIN initiative i ON i.organization_id = l.organization_id AND i.id = l.initiative_id
      UNION ALL
      SELECT l.organization_id, 'initiative', l.initiative_id, 'changes', 'touchpoint', l.touchpoint_id, i.created_at, i.archived_at
        FROM initiative_touchpoint l JOIN initiative i ON i.organization_id = l.organization_id AND i.id = l.initiative_id
      UNION ALL
      SELECT g.organization_id, 'initiative', g.initiative_id, 'closes', 'gap', g.id, i.created_at, i.archived_at
        FROM initiative_gap g JOIN initiative i ON i.organization_id = g.organization_id AND i.id = g.initiative_id
      UNION ALL
      SELECT g.organization_id, 'assessment', g.assessment_id, 'shows', 'gap', g.id, i.created_at, i.archived_at
        FROM initiative_gap g JOIN initiative i ON i.organization_id = g.organization_id AND i.id = g.initiative_id
      UNION ALL
      SELECT organization_id, 'initiative', initiative_id, 'needs', 'initiative', needs_id, NULL, NULL FROM initiative_dependency
      UNION ALL
      SELECT organization_id, 'initiative', initiative_id, 'promises', 'effect', id, created_at, withdrawn_at FROM effect_registration
      UNION ALL
      SELECT organization_id, 'effect', id, 'moves', 'metric', metric_id, created_at, withdrawn_at FROM effect_registration
      UNION ALL
      SELECT organization_id, 'effect', registration_id, 'judged_by', 'verdict', id, computed_at, NULL FROM effect_verdict
      UNION ALL
      SELECT organization_id, 'decision', id, 'decides', 'initiative', initiative_id, created_at, NULL
        FROM decision WHERE initiative_id IS NOT NULL;
      GRANT SELECT ON trace_edge TO touchstone_app, touchstone_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP VIEW trace_edge`);
  }
}
