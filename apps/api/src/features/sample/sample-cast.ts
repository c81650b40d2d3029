import type { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { MemberPrincipal, SystemPrincipal } from '../../platform/tenancy/principal.js';

/** The people of a sample organisation as they act, and what it has, by names. */
export interface SampleCast {
  readonly members: ReadonlyMap<string, MemberPrincipal>;
  readonly teams: ReadonlyMap<string, string>;
  readonly touchpoints: ReadonlyMap<string, string>;
  readonly personas: ReadonlyMap<string, string>;
  readonly metrics: ReadonlyMap<string, string>;
}

type Pairs = [name: string, id: string][];

export async function castOf(unitOfWork: UnitOfWork, system: SystemPrincipal): Promise<SampleCast> {
  const named = (table: string, name = 'name'): string =>
    `(SELECT coalesce(json_agg(json_build_array(${name}, id)), '[]') FROM ${table} WHERE organization_id = $1)`;
  const [row] = await unitOfWork.read(system, ({ query }) =>
    query<{ members: (MemberPrincipal & { name: string })[] } & Record<Exclude<keyof SampleCast, 'members'>, Pairs>>(
      `SELECT ${named('team')} AS teams, ${named('touchpoint')} AS touchpoints, ${named('persona')} AS personas,
         ${named('metric', 'key')} AS metrics,
         (SELECT coalesce(json_agg(json_build_object('kind', 'member', 'organizationId', m.organization_id, 'name', m.name,
            'accountId', m.account_id, 'membershipId', m.id, 'role', m.role, 'locale', 'en', 'teamIds',
            (SELECT coalesce(json_agg(t.team_id), '[]') FROM team_membership t
             WHERE t.organization_id = m.organization_id AND t.membership_id = m.id AND t.lead AND t.valid_to IS NULL))), '[]')
          FROM membership m WHERE m.organization_id = $1) AS members`,
      [system.organizationId],
    ),
  );
  const { members = [], teams, touchpoints, personas, metrics } = row ?? {};
  return {
    members: new Map(members.map(({ name, ...member }) => [name, member])),
    teams: new Map(teams),
    touchpoints: new Map(touchpoints),
    personas: new Map(personas),
    metrics: new Map(metrics),
  };
}

export function memberOf({ members }: SampleCast, name: string): MemberPrincipal {
  const member = members.get(name);
  if (!member) throw new Error(`Nobody of the sample is called ${name}.`);
  return member;
}

/** Ids of what is still there under these names: what was renamed or archived since is not brought back. */
export const idsOf = (known: ReadonlyMap<string, string>, names: readonly string[] = []): string[] =>
  names.flatMap((name) => known.get(name) ?? []);
