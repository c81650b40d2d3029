import { type Actor, type Role, ROLES, TOKEN_SCOPES, type TokenScope } from '@touchstone/domain';
import { SessionService } from '../src/features/identity/session.service.js';
import { SESSION_COOKIE } from '../src/platform/auth/authentication.js';
import type { TestApplication, TestClient, TestMember } from './test-application.js';
import { openWave, tokenOf } from './wave.js';

/** Somebody who asks: who they are to the rules, and how a request of theirs looks. */
export interface Acting {
  readonly name: string;
  readonly actor: Actor | null;
  /** Narrows a member where an access token is used. */
  readonly scopes?: readonly TokenScope[];
  /** Fresh at every call: what one request does to its session must not change the next. */
  client(operation?: string): Promise<TestClient>;
}

/** Everybody who can come to an organisation: nobody, a respondent, a member in every role, and a token of each scope. */
export async function everybody(application: TestApplication, organizationId: string): Promise<Acting[]> {
  const sessions = application.app.get(SessionService);
  const members = new Map<Role, TestMember>();
  for (const role of ROLES) members.set(role, await application.member(organizationId, role));
  const memberOf = (role: Role): TestMember => members.get(role) as TestMember;
  const actorOf = (role: Role): Actor => ({
    kind: 'member',
    membershipId: memberOf(role).membershipId,
    role,
    teamIds: [],
  });
  const wave = await openWave(memberOf('programme_office').client);
  const groupToken = tokenOf(wave.groups[0]?.link as string);

  const tokens: Acting[] = [];
  for (const scope of TOKEN_SCOPES) {
    const { createAccessToken } = await memberOf('programme_office').client.data(
      `mutation ($scopes: [AccessTokenScope!]!, $expiresAt: DateTime!) {
        createAccessToken(name: "Matrix", scopes: $scopes, expiresAt: $expiresAt) { secret } }`,
      { scopes: [scope.toUpperCase()], expiresAt: new Date(Date.now() + 86_400_000).toISOString() },
    );
    tokens.push({
      name: `programme_office by token, ${scope}`,
      actor: actorOf('programme_office'),
      scopes: [scope],
      client: async () => application.clientWith({ authorization: `Bearer ${createAccessToken.secret}` }),
    });
  }
  return [
    { name: 'nobody', actor: null, client: async () => application.anonymous },
    {
      name: 'respondent',
      actor: { kind: 'respondent' },
      // A group's link begins a response and opens nothing else; what it begins has a link of its own.
      client: async (operation) => {
        const link = application.clientWith({ authorization: `Respondent ${groupToken}` });
        if (operation === 'beginResponse') return link;
        const { beginResponse } = await link.data('mutation { beginResponse { token } }');
        return application.clientWith({ authorization: `Respondent ${beginResponse.token}` });
      },
    },
    ...ROLES.map((role) => ({
      name: role,
      actor: actorOf(role),
      client: async () => {
        const cookie = await sessions.open(memberOf(role).accountId, organizationId);
        return application.clientWith({ cookie: `${SESSION_COOKIE}=${cookie}` });
      },
    })),
    ...tokens,
  ];
}
