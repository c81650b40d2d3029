/** What a metric can hang on. */
export const LINK_KINDS = ['touchpoint', 'stage', 'journey', 'team', 'objective'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

interface Linkable {
  /** The words for errors. */
  readonly what: string;
  readonly column: string;
  /** Every object of the kind as `id`, `name`, `within` and `archived`, of the organisation $1. */
  readonly objects: string;
}

export const LINKABLE: Readonly<Record<LinkKind, Linkable>> = {
  touchpoint: {
    what: 'Touchpoint',
    column: 'touchpoint_id',
    objects: `SELECT id, name, NULL::text AS within, archived_at IS NOT NULL AS archived
      FROM touchpoint WHERE organization_id = $1`,
  },
  stage: {
    what: 'Stage',
    column: 'stage_id',
    objects: `SELECT s.id, s.name, j.name AS within, j.archived_at IS NOT NULL AS archived
      FROM journey_stage s JOIN journey j ON j.organization_id = s.organization_id AND j.id = s.journey_id
      WHERE s.organization_id = $1`,
  },
  journey: {
    what: 'Journey',
    column: 'journey_id',
    objects: `SELECT id, name, NULL::text AS within, archived_at IS NOT NULL AS archived
      FROM journey WHERE organization_id = $1`,
  },
  team: {
    what: 'Team',
    column: 'team_id',
    objects: `SELECT id, name, NULL::text AS within, archived_at IS NOT NULL AS archived
      FROM team WHERE organization_id = $1`,
  },
  objective: {
    what: 'Objective',
    column: 'objective_id',
    objects: `SELECT e.id, e.name, g.name AS within, e.archived_at IS NOT NULL AS archived
      FROM experience_objective e
      LEFT JOIN business_goal g ON g.organization_id = e.organization_id AND g.id = e.goal_id
      WHERE e.organization_id = $1`,
  },
};

const SHOWN = 50;

const candidatesOf = ({ column, objects }: Linkable): string => `
  SELECT EXISTS (SELECT FROM metric WHERE organization_id = $1 AND id = $2) AS known,
    (SELECT json_agg(json_build_object('objectId', c.id, 'name', c.name, 'within', c.within))
     FROM (SELECT x.* FROM (${objects}) x
       WHERE NOT x.archived AND ($3::text IS NULL OR x.name ILIKE $3 OR x.within ILIKE $3)
         AND NOT EXISTS (SELECT FROM metric_link l
           WHERE l.organization_id = $1 AND l.metric_id = $2 AND l.${column} = x.id)
       ORDER BY lower(x.name), x.id LIMIT ${SHOWN}) c) AS rows`;

/** What a metric, $2, is not yet linked to, matching the pattern $3. */
export const CANDIDATES: Readonly<Record<LinkKind, string>> = {
  touchpoint: candidatesOf(LINKABLE.touchpoint),
  stage: candidatesOf(LINKABLE.stage),
  journey: candidatesOf(LINKABLE.journey),
  team: candidatesOf(LINKABLE.team),
  objective: candidatesOf(LINKABLE.objective),
};
