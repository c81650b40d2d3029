import { abilityToSql } from '../../platform/authz/ability-to-sql.js';
import type { Transaction } from '../../platform/database/unit-of-work.js';
import { abilityOf, type Principal } from '../../platform/tenancy/principal.js';

export interface MappedVersion {
  /** YYYY-MM-DD. */
  readonly validFrom: string;
  readonly aggregation: string;
  readonly unit: string;
  readonly scaleMinimum: number | null;
  readonly scaleMaximum: number | null;
  readonly notApplicable: readonly number[] | null;
}

export interface MappedMetric {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  /** The team that owns it, by name. */
  readonly team: string | null;
  /** From the first to the latest; never empty. */
  readonly versions: readonly MappedVersion[];
}

export interface ObservationContext {
  readonly timeZone: string;
  readonly weekStart: number;
  readonly metrics: ReadonlyMap<string, MappedMetric>;
  /** Metrics that are there and that others add to: whoever names one is told whose it is. */
  readonly ofOthers: ReadonlyMap<string, MappedMetric>;
}

/** What everybody is told of a metric that is not theirs to add to. */
export const whose = ({ name, team }: MappedMetric) => ({ metric: name, team: team ?? '' });

/** The metrics that somebody may add observations to, those of others, and the clock that their days follow. */
export async function observationContext(transaction: Transaction, principal: Principal): Promise<ObservationContext> {
  const allowed = abilityToSql(abilityOf(principal), 'create', 'Observation', { teamId: 'm.owner_team_id' }, 2);
  const [row] = await transaction.query<{
    timeZone: string;
    weekStart: number;
    metrics: (MappedMetric & { readonly allowed: boolean })[];
  }>(
    `SELECT o.time_zone AS "timeZone", o.week_start AS "weekStart",
       (SELECT coalesce(json_agg(json_build_object('id', m.id, 'key', m.key, 'name', m.name, 'team', t.name,
            'allowed', coalesce(${allowed.sql}, false), 'versions', v.versions) ORDER BY m.key), '[]')
        FROM metric m LEFT JOIN team t ON t.organization_id = m.organization_id AND t.id = m.owner_team_id
        CROSS JOIN LATERAL (
          SELECT json_agg(json_build_object('validFrom', v.valid_from, 'aggregation', v.aggregation, 'unit', v.unit,
            'scaleMinimum', v.scale_minimum, 'scaleMaximum', v.scale_maximum, 'notApplicable', v.not_applicable)
            ORDER BY v.valid_from) AS versions
          FROM metric_version v WHERE v.organization_id = m.organization_id AND v.metric_id = m.id) v
        WHERE m.organization_id = o.id AND m.archived_at IS NULL AND v.versions IS NOT NULL) AS metrics
     FROM organization o WHERE o.id = $1`,
    [transaction.organizationId, ...allowed.parameters],
  );
  const { timeZone, weekStart, metrics } = row!;
  const those = (wanted: boolean) =>
    new Map(
      metrics.filter((metric) => metric.allowed === wanted).map(({ allowed: _, ...metric }) => [metric.id, metric]),
    );
  return { timeZone, weekStart, metrics: those(true), ofOthers: those(false) };
}

/** What the metric meant on a day; before its first version, what that says. */
export function versionOn<Version extends { readonly validFrom: string }>(
  versions: readonly Version[],
  day: string,
): Version {
  let found = versions[0]!;
  for (const version of versions) if (version.validFrom <= day) found = version;
  return found;
}
