import type { RatedDefinition } from '@touchstone/domain';
import { abilityToSql } from '../../platform/authz/ability-to-sql.js';
import type { Transaction } from '../../platform/database/unit-of-work.js';
import { abilityOf, type Principal } from '../../platform/tenancy/principal.js';
import { plainName } from '../observations/index.js';
import { accountableTeam } from '../pain-points/index.js';

export interface KnownTouchpoint {
  readonly id: string;
  readonly name: string;
  /** The team that answers for it today, by name. */
  readonly team: string | null;
  /** Whether what was said there may be brought in. */
  readonly allowed: boolean;
}

export interface RatedMetric {
  readonly id: string;
  readonly name: string;
  /** From the first to the latest; never empty. */
  readonly versions: readonly (RatedDefinition & { readonly validFrom: string })[];
  /** The one touchpoint that it is measured at; null where it is none or several. */
  readonly touchpointId: string | null;
}

export interface FeedbackContext {
  readonly timeZone: string;
  readonly touchpoints: ReadonlyMap<string, KnownTouchpoint>;
  /** By plain name; names are taken once. */
  readonly touchpointsByName: ReadonlyMap<string, KnownTouchpoint>;
  readonly personasByName: ReadonlyMap<string, string>;
  /** Those that are rated on a scale. */
  readonly ratedMetrics: ReadonlyMap<string, RatedMetric>;
  /** Also what was said at no touchpoint in particular. */
  readonly anywhere: boolean;
}

interface ContextRow {
  readonly timeZone: string;
  readonly anywhere: boolean;
  readonly touchpoints: KnownTouchpoint[];
  readonly personas: { readonly id: string; readonly name: string }[];
  readonly metrics: RatedMetric[];
}

/** What a row of a file may name, and for which touchpoints the reader may bring feedback in. */
export async function feedbackContext(transaction: Transaction, principal: Principal): Promise<FeedbackContext> {
  const ability = abilityOf(principal);
  const at = abilityToSql(ability, 'run', 'Feedback', { teamId: 'a.team_id' }, 2);
  const nowhere = abilityToSql(ability, 'run', 'Feedback', { teamId: 'NULL::uuid' }, 2 + at.parameters.length);
  const [row] = await transaction.query<ContextRow>(
    `SELECT o.time_zone AS "timeZone", coalesce(${nowhere.sql}, false) AS anywhere,
       (SELECT coalesce(json_agg(json_build_object('id', t.id, 'name', t.name, 'team', team.name,
            'allowed', coalesce(${at.sql}, false)) ORDER BY lower(t.name)), '[]')
        FROM touchpoint t
        LEFT JOIN LATERAL (${accountableTeam('t.organization_id', 't.id')}) a ON true
        LEFT JOIN team ON team.organization_id = t.organization_id AND team.id = a.team_id
        WHERE t.organization_id = o.id AND t.archived_at IS NULL) AS touchpoints,
       (SELECT coalesce(json_agg(json_build_object('id', p.id, 'name', p.name)), '[]') FROM persona p
        WHERE p.organization_id = o.id AND p.archived_at IS NULL) AS personas,
       (SELECT coalesce(json_agg(json_build_object('id', m.id, 'name', m.name, 'versions', v.versions, 'touchpointId',
            (SELECT min(l.touchpoint_id::text) FROM metric_link l JOIN touchpoint t ON t.organization_id = l.organization_id
               AND t.id = l.touchpoint_id AND t.archived_at IS NULL
             WHERE l.organization_id = m.organization_id AND l.metric_id = m.id HAVING count(*) = 1)) ORDER BY lower(m.name)), '[]')
        FROM metric m CROSS JOIN LATERAL (
          SELECT json_agg(json_build_object('validFrom', v.valid_from, 'aggregation', v.aggregation, 'direction', v.direction,
            'scaleMinimum', v.scale_minimum, 'scaleMaximum', v.scale_maximum) ORDER BY v.valid_from) AS versions,
            bool_or(v.scale_minimum IS NOT NULL) AS rated
          FROM metric_version v WHERE v.organization_id = m.organization_id AND v.metric_id = m.id) v
        WHERE m.organization_id = o.id AND m.archived_at IS NULL AND v.rated) AS metrics
     FROM organization o WHERE o.id = $1`,
    [transaction.organizationId, ...at.parameters, ...nowhere.parameters],
  );
  const { timeZone, anywhere, touchpoints, personas, metrics } = row!;
  return {
    timeZone,
    anywhere,
    touchpoints: new Map(touchpoints.map((each) => [each.id, each])),
    touchpointsByName: new Map(touchpoints.map((each) => [plainName(each.name), each])),
    ratedMetrics: new Map(metrics.map((each) => [each.id, each])),
    personasByName: new Map(personas.map(({ id, name }) => [plainName(name), id])),
  };
}

/** For the job, which acts for whoever asked for the import: what they could bring in when they asked. Null is everything. */
export function restricted(context: FeedbackContext, allowed: readonly string[] | null): FeedbackContext {
  if (allowed === null) return context;
  const may = new Set(allowed);
  const touchpoints = [...context.touchpoints.values()].map((each) => ({ ...each, allowed: may.has(each.id) }));
  return {
    ...context,
    anywhere: false,
    touchpoints: new Map(touchpoints.map((each) => [each.id, each])),
    touchpointsByName: new Map(touchpoints.map((each) => [plainName(each.name), each])),
  };
}
