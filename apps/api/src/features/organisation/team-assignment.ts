import { NotFoundError, RuleError } from '@touchstone/domain';
import { newId, type Transaction } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';

export interface TeamAssignment {
  readonly teamIds: readonly string[];
  readonly leadOfTeamIds: readonly string[];
}

/** Whoever leads a team is in it, whether said or not; each team counts once, in one order. */
export function checkedAssignment(input: TeamAssignment): TeamAssignment {
  const leadOfTeamIds = [...new Set(input.leadOfTeamIds.map((id) => rowId(id, 'Team')))].sort();
  const teamIds = [...new Set([...input.teamIds.map((id) => rowId(id, 'Team')), ...leadOfTeamIds])].sort();
  return { teamIds, leadOfTeamIds };
}

/**
 * Puts a member into these teams and no others. A stay in a team is ended and begun, never rewritten: a change of the
 * lead is the end of one stay and the beginning of another. Returns how it was before.
 */
export async function assignTeams(
  { query, organizationId }: Transaction,
  membershipId: string,
  wanted: TeamAssignment,
): Promise<TeamAssignment> {
  // Locked against being archived until we are done.
  const known = await query<{ archived: boolean }>(
    `SELECT archived_at IS NOT NULL AS archived FROM team WHERE organization_id = $1 AND id = ANY($2) FOR SHARE`,
    [organizationId, wanted.teamIds],
  );
  if (known.length !== wanted.teamIds.length) throw new NotFoundError('Team');
  if (known.some(({ archived }) => archived)) throw new RuleError('ARCHIVED', 'The team is archived.');

  const [before] = await query<{ teams: string[]; leads: string[] }>(
    `SELECT coalesce(array_agg(team_id::text ORDER BY team_id), '{}') AS teams,
            coalesce(array_agg(team_id::text ORDER BY team_id) FILTER (WHERE lead), '{}') AS leads
     FROM team_membership WHERE organization_id = $1 AND membership_id = $2 AND valid_to IS NULL`,
    [organizationId, membershipId],
  );
  await query(
    `UPDATE team_membership SET valid_to = now()
     WHERE organization_id = $1 AND membership_id = $2 AND valid_to IS NULL
       AND NOT (team_id = ANY($3::uuid[]) AND lead = (team_id = ANY($4::uuid[])))`,
    [organizationId, membershipId, wanted.teamIds, wanted.leadOfTeamIds],
  );
  await query(
    `INSERT INTO team_membership (organization_id, id, membership_id, team_id, lead)
     SELECT $1, w.id, $2, w.team_id, w.team_id = ANY($5::uuid[]) FROM unnest($3::uuid[], $4::uuid[]) AS w (id, team_id)
     WHERE NOT EXISTS (SELECT FROM team_membership tm WHERE tm.organization_id = $1 AND tm.membership_id = $2
                       AND tm.team_id = w.team_id AND tm.valid_to IS NULL)`,
    [organizationId, membershipId, wanted.teamIds.map(() => newId()), wanted.teamIds, wanted.leadOfTeamIds],
  );
  return { teamIds: before?.teams ?? [], leadOfTeamIds: before?.leads ?? [] };
}
