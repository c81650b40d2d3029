import { type Action, NotFoundError, RuleError } from '@touchstone/domain';
import { abilityToSql } from '../../platform/authz/ability-to-sql.js';
import type { Transaction } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';
import { abilityOf } from '../../platform/tenancy/principal.js';

export interface KnownMetric {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly ownerTeamId: string | null;
  readonly archived: boolean;
  readonly version: number;
}

/** The metric that somebody wants to change; one that they may not change does not exist for them. Locks it. */
export async function demandMetric(transaction: Transaction, id: string, action: Action): Promise<KnownMetric> {
  const ability = abilityOf(transaction.principal);
  const allowed = abilityToSql(ability, action, 'Metric', { teamId: 'owner_team_id' }, 3);
  const [metric] = await transaction.query<KnownMetric>(
    `SELECT id, key, name, owner_team_id AS "ownerTeamId", archived_at IS NOT NULL AS archived, version FROM metric
     WHERE organization_id = $1 AND id = $2 AND ${allowed.sql} FOR NO KEY UPDATE`,
    [transaction.organizationId, rowId(id, 'Metric'), ...allowed.parameters],
  );
  if (!metric) throw new NotFoundError('Metric');
  return metric;
}

export async function demandActiveMetric(transaction: Transaction, id: string): Promise<KnownMetric> {
  const metric = await demandMetric(transaction, id, 'update');
  if (metric.archived) throw new RuleError('ARCHIVED', 'The metric is archived.');
  return metric;
}

/** The team that is to own a metric: it exists, and whoever hands it over may change metrics of that team too. */
export async function demandOwner(transaction: Transaction, teamId: string): Promise<void> {
  const allowed = abilityToSql(abilityOf(transaction.principal), 'update', 'Metric', { teamId: 'id' }, 3);
  const [team] = await transaction.query<{ archived: boolean }>(
    `SELECT archived_at IS NOT NULL AS archived FROM team WHERE organization_id = $1 AND id = $2 AND ${allowed.sql}`,
    [transaction.organizationId, rowId(teamId, 'Team'), ...allowed.parameters],
  );
  if (!team) throw new NotFoundError('Team');
  if (team.archived) throw new RuleError('ARCHIVED', 'The team is archived.');
}
