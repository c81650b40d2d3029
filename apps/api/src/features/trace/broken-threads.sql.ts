import type { Action, Subject } from '@touchstone/domain';
import { abilityToSql } from '../../platform/authz/ability-to-sql.js';
import { abilityOf, type Principal } from '../../platform/tenancy/principal.js';
import { SERVED } from '../goals/index.js';
import { todayOf } from '../touchpoints/index.js';
import type { BrokenThreadKindEnum } from './broken-thread.type.js';

/** Owners are missing where the accountability findings say so; every other kind is an anti-join of its own. */
export type StoredKind = Exclude<`${BrokenThreadKindEnum}`, 'touchpoint_without_owner'>;

interface Found {
  readonly object: string;
  readonly id: string;
  readonly name: string;
  readonly number?: string;
  readonly localizedName?: string;
  readonly state?: string;
  readonly partOf?: string;
  readonly since: string;
  /** What one must be allowed to make the joint, and the team whose it is, where that makes a difference. */
  readonly mend: readonly [Action, Subject];
  readonly teamId?: string;
  readonly from: string;
}

const LIVE = `i.archived_at IS NULL AND i.stage <> 'withdrawn'`;
const teamOf = (id: string): string => `(SELECT t.name FROM team t WHERE t.organization_id = $1 AND t.id = ${id})`;

/** A live initiative that takes up the pain point of this id, itself or by an opportunity. */
const TAKEN_UP = (painPoint: string): string => `
  EXISTS (SELECT FROM initiative_pain_point l JOIN initiative i ON i.organization_id = $1 AND i.id = l.initiative_id AND ${LIVE}
    WHERE l.organization_id = $1 AND l.pain_point_id = ${painPoint})
  OR EXISTS (SELECT FROM opportunity_pain_point l JOIN opportunity o ON o.organization_id = $1 AND o.id = l.opportunity_id
      AND o.archived_at IS NULL
    JOIN initiative i ON i.organization_id = $1 AND i.opportunity_id = o.id AND ${LIVE}
    WHERE l.organization_id = $1 AND l.pain_point_id = ${painPoint})`;

const REGISTERED = (more: string): string => `
  FROM effect_registration r WHERE r.organization_id = $1 AND r.initiative_id = i.id AND r.withdrawn_at IS NULL ${more}`;
const VERDICT = `AND EXISTS (SELECT FROM effect_verdict v
  WHERE v.organization_id = $1 AND v.registration_id = r.id AND v.occasion = 'evaluation')`;

const kindsFor = (mayReadResults: string): Readonly<Record<StoredKind, Found>> => ({
  objective_without_metric: {
    object: 'objective',
    id: 'e.id',
    name: 'e.name',
    since: 'e.created_at',
    mend: ['update', 'Goal'],
    from: `experience_objective e WHERE e.organization_id = $1 AND e.archived_at IS NULL
      AND NOT EXISTS (SELECT FROM served s WHERE s.objective_id = e.id)`,
  },
  metric_without_place: {
    object: 'metric',
    id: 'm.id',
    name: 'm.name',
    partOf: teamOf('m.owner_team_id'),
    since: 'm.created_at',
    mend: ['update', 'Metric'],
    teamId: 'm.owner_team_id',
    from: `metric m WHERE m.organization_id = $1 AND m.archived_at IS NULL
      AND NOT EXISTS (SELECT FROM metric_link l WHERE l.organization_id = $1 AND l.metric_id = m.id)
      AND NOT EXISTS (SELECT FROM served s WHERE s.metric_id = m.id)`,
  },
  gap_without_plan: {
    object: 'gap',
    id: `a.id || ':' || g.node_id`,
    name: 'NULL::text',
    localizedName: `coalesce((SELECT node.name FROM model_node node WHERE node.organization_id = $1
      AND node.model_version_id = a.model_version_id AND node.node_id = g.node_id AND node.node_kind IN ('dimension', 'practice')
      LIMIT 1), jsonb_build_object('en', g.node_id))`,
    partOf: 'a.name',
    since: 'a.published_at',
    mend: ['create', 'Feedback'],
    from: `assessment a
      JOIN result_set r ON r.organization_id = $1 AND r.assessment_id = a.id AND r.superseded_at IS NULL
      CROSS JOIN LATERAL (SELECT DISTINCT g.node_id FROM result_gap g
        WHERE g.organization_id = $1 AND g.result_set_id = r.id AND g.beyond_noise
          -- The whole is no part of the model that an initiative could take up.
          AND g.node_kind <> 'overall') g
      WHERE a.organization_id = $1 AND a.state = 'published' AND ${mayReadResults}
        AND NOT EXISTS (SELECT FROM assessment n WHERE n.organization_id = $1 AND n.previous_assessment_id = a.id AND n.state = 'published')
        AND NOT EXISTS (SELECT FROM initiative_gap x JOIN initiative i ON i.organization_id = $1 AND i.id = x.initiative_id AND ${LIVE}
          WHERE x.organization_id = $1 AND x.assessment_id = a.id AND x.node_id = g.node_id)
        -- In the inbox and tied to a pain point, its thread goes on there.
        AND NOT EXISTS (SELECT FROM feedback f WHERE f.organization_id = $1 AND f.assessment_id = a.id AND f.node_id = g.node_id
          AND f.pain_point_id IS NOT NULL)`,
  },
  pain_point_without_initiative: {
    object: 'pain_point',
    id: 'p.id',
    number: 'p.number',
    name: 'p.title',
    state: 'p.state',
    since: 'p.created_at',
    mend: ['create', 'Opportunity'],
    from: `pain_point p WHERE p.organization_id = $1 AND p.archived_at IS NULL AND p.merged_into_id IS NULL
      AND p.kind <> 'false_highlight' AND p.state IN ('new', 'confirmed', 'planned')
      AND NOT (${TAKEN_UP('p.id')}) AND NOT (${TAKEN_UP('p.common_id')})`,
  },
  initiative_without_effect: {
    object: 'initiative',
    id: 'i.id',
    number: 'i.number',
    name: 'i.title',
    state: 'i.stage',
    partOf: teamOf('i.team_id'),
    since: 'i.stage_since',
    mend: ['create', 'Effect'],
    teamId: 'i.team_id',
    from: `initiative i WHERE i.organization_id = $1 AND i.archived_at IS NULL AND i.stage IN ('approved', 'in_progress')
      AND NOT EXISTS (SELECT ${REGISTERED('')})`,
  },
  fix_without_verdict: {
    object: 'initiative',
    id: 'i.id',
    number: 'i.number',
    name: 'i.title',
    state: 'i.stage',
    partOf: teamOf('i.team_id'),
    since: `i.launched_on::timestamp AT TIME ZONE 'UTC'`,
    mend: ['read', 'Effect'],
    from: `initiative i WHERE i.organization_id = $1 AND i.archived_at IS NULL AND i.stage IN ('launched', 'evaluating', 'closed')
      AND NOT EXISTS (SELECT ${REGISTERED(VERDICT)})
      AND NOT EXISTS (SELECT ${REGISTERED(`AND r.evaluate_on > ${todayOf('$1')}`)})`,
  },
});

/** $1 organisation, $2 kind or null for all, $3 how many rows before, $4 how many at most. */
export function brokenStatement(principal: Principal): { sql: string; parameters: readonly unknown[] } {
  const ability = abilityOf(principal);
  const parameters: unknown[] = [];
  const may = (action: Action, subject: Subject, columns: Readonly<Record<string, string>>): string => {
    const allowed = abilityToSql(ability, action, subject, columns, 5 + parameters.length);
    parameters.push(...allowed.parameters);
    return allowed.sql;
  };
  const branches = Object.entries(kindsFor(may('read', 'ResultSet', { state: 'a.state' }))).map(
    ([kind, { object, id, name, number, localizedName, state, partOf, since, mend, teamId, from }]) => `
    SELECT '${kind}' AS kind, '${object}' AS object_kind, ${id}::text AS id, ${number ?? 'NULL::int'} AS number, ${name} AS name,
      ${localizedName ?? 'NULL::jsonb'} AS localized_name, ${state ?? 'NULL::text'} AS state, ${partOf ?? 'NULL::text'} AS part_of,
      ${since} AS since, coalesce(${may(...mend, teamId ? { teamId } : {})}, false) AS may_mend
    FROM ${from}`,
  );
  const sql = `WITH ${SERVED} broken AS MATERIALIZED (${branches.join('\n    UNION ALL')}
  ), page AS (
    SELECT * FROM broken WHERE $2::text IS NULL OR kind = $2 ORDER BY kind, since, id OFFSET $3::int LIMIT $4::int
  )
  SELECT (SELECT coalesce(json_object_agg(kind, count), '{}') FROM (SELECT kind, count(*)::int FROM broken GROUP BY kind) c) AS counts,
    (SELECT coalesce(json_agg(json_build_object('kind', p.kind, 'objectKind', p.object_kind, 'id', p.id, 'number', p.number,
        'name', p.name, 'localizedName', p.localized_name, 'state', upper(p.state), 'partOf', p.part_of, 'mayMend', p.may_mend,
        'since', (p.since AT TIME ZONE CASE WHEN p.kind = 'fix_without_verdict' THEN 'UTC' ELSE o.time_zone END)::date)
        ORDER BY p.kind, p.since, p.id), '[]')
     FROM page p JOIN organization o ON o.id = $1) AS rows`;
  return { sql, parameters };
}
