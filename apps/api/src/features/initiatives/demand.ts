import { ValidationError } from '@touchstone/domain';
import { validate as isUuid } from 'uuid';
import type { Transaction } from '../../platform/database/unit-of-work.js';
import { abilityOf, type Principal } from '../../platform/tenancy/principal.js';

/** What an input may point at, and what must be true of it to be chosen anew. */
const CHOOSABLE = {
  team: 'archived_at IS NULL',
  membership: '(valid_to IS NULL OR valid_to > now())',
  pain_point: 'merged_into_id IS NULL AND archived_at IS NULL',
  touchpoint: 'archived_at IS NULL',
  opportunity: 'archived_at IS NULL',
} as const;

/** Everything that was chosen has to be there in this organisation; else the field that named it is said. */
export async function demandChoosable(
  { query, organizationId }: Transaction,
  table: keyof typeof CHOOSABLE,
  path: string,
  ids: readonly (string | null | undefined)[],
): Promise<void> {
  const wanted = [...new Set(ids.filter((id) => id != null))];
  if (wanted.length === 0) return;
  const unknown = () => ValidationError.of(path, 'unknown', 'This does not exist any more. Choose another one.');
  if (!wanted.every((id) => isUuid(id))) throw unknown();
  const [row] = await query<{ found: number }>(
    `SELECT count(*)::int AS found FROM ${table} WHERE organization_id = $1 AND id = ANY($2) AND ${CHOOSABLE[table]}`,
    [organizationId, wanted],
  );
  if (row?.found !== wanted.length) throw unknown();
}

/** Row conditions of initiatives look at their team alone; this asks them before there is a row. */
export function demandTeamAllowed(principal: Principal, teamId: string | null): void {
  const allowed = abilityOf(principal)
    .rulesFor('update', 'Initiative')
    .some(({ conditions }) => {
      if (!conditions) return true;
      const teams = (conditions as { teamId?: { $in?: string[] } }).teamId?.$in ?? [];
      return teamId !== null && teams.includes(teamId);
    });
  if (!allowed) throw ValidationError.of('teamId', 'not_yours', 'Choose one of your own teams.');
}
