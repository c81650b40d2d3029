import { abilityFor, type AppAbility, type Role, type TokenScope } from '@touchstone/domain';

/** Who stands behind a request, resolved once from cookie, bearer token or respondent link. */
export type Principal = MemberPrincipal | RespondentPrincipal | SystemPrincipal;

export interface MemberPrincipal {
  readonly kind: 'member';
  readonly organizationId: string;
  readonly accountId: string;
  readonly membershipId: string;
  readonly role: Role;
  readonly teamIds: readonly string[];
  readonly locale: string;
  /** Present when a personal access token was used: it narrows what the role allows. */
  readonly scopes?: readonly TokenScope[];
  /** Hash of the session cookie, for signing out; absent for tokens. */
  readonly sessionHash?: Buffer;
}

export interface RespondentPrincipal {
  readonly kind: 'respondent';
  readonly organizationId: string;
  readonly locale: string;
  readonly link: RespondentLink;
}

export type RespondentLink =
  | { readonly kind: 'group'; readonly raterGroupId: string; readonly signature: Buffer }
  | { readonly kind: 'person'; readonly tokenHash: Buffer; readonly draftKey: () => Buffer };

/** A job or a command: acts for one organisation, with a name for the audit trail. */
export interface SystemPrincipal {
  readonly kind: 'system';
  readonly organizationId: string;
  readonly name: string;
}

const abilities = new WeakMap<Principal, AppAbility>();

export function abilityOf(principal: Principal): AppAbility {
  let ability = abilities.get(principal);
  if (!ability) {
    ability = abilityFor(
      principal.kind === 'member'
        ? { kind: 'member', membershipId: principal.membershipId, role: principal.role, teamIds: principal.teamIds }
        : { kind: principal.kind },
    );
    abilities.set(principal, ability);
  }
  return ability;
}
