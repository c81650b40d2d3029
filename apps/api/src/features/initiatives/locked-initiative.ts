import { ConflictError, ForbiddenError, NotFoundError, RuleError } from '@touchstone/domain';
import { abilityToSql } from '../../platform/authz/ability-to-sql.js';
import type { Transaction } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';
import { abilityOf } from '../../platform/tenancy/principal.js';
import type { InitiativeValues } from './initiative-values.js';

export type LockedInitiative = InitiativeValues & {
  readonly id: string;
  readonly stage: string;
  readonly launched_on: string | null;
  readonly archived_at: string | null;
  readonly version: number;
};

/** The initiative, held until the end of the transaction, if the principal may act on it; archived ones only rest. */
export async function lockedInitiative(
  { query, organizationId, principal }: Transaction,
  id: string,
  action: 'read' | 'update' | 'run' | 'archive' | 'create' | 'verify',
  subject: 'Initiative' | 'Action' | 'Benefit' | 'Decision' | 'Effect' = 'Initiative',
): Promise<LockedInitiative> {
  const may = abilityToSql(abilityOf(principal), action, subject, { teamId: 'i.team_id' }, 3);
  const [row] = await query<{ initiative: LockedInitiative; may: boolean | null }>(
    `SELECT to_jsonb(i) AS initiative, ${may.sql} AS may FROM initiative i
     WHERE i.organization_id = $1 AND i.id = $2 FOR UPDATE`,
    [organizationId, rowId(id, 'Initiative'), ...may.parameters],
  );
  if (!row) throw new NotFoundError('Initiative');
  if (row.may !== true) throw new ForbiddenError('Another team answers for this initiative.');
  if (row.initiative.archived_at && (action !== 'archive' || subject !== 'Initiative'))
    throw new RuleError('ARCHIVED', 'The initiative is archived.');
  return row.initiative;
}

/** A lost race is answered with what won, as a form would show it. */
export function demandVersion(initiative: LockedInitiative, version: number): void {
  if (initiative.version === version) return;
  const { id, title, stage } = initiative;
  throw new ConflictError('Initiative', {
    id,
    title,
    stage: stage.toUpperCase(),
    version: initiative.version,
    hypothesisChange: initiative.hypothesis_change,
    hypothesisEffect: initiative.hypothesis_effect,
    hypothesisReason: initiative.hypothesis_reason,
    teamId: initiative.team_id,
    ownerId: initiative.owner_id,
    sponsorId: initiative.sponsor_id,
    startsOn: initiative.starts_on,
    dueOn: initiative.due_on,
    currency: initiative.currency,
    costPlannedMinor: initiative.cost_planned_minor,
    costActualMinor: initiative.cost_actual_minor,
    value: initiative.value,
    effort: initiative.effort,
    updateEveryDays: initiative.update_every_days,
  });
}
