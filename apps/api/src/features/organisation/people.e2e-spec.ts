import { countStatements, ONE_READ } from '../../../test/count-statements.js';
import {
  startTestApplication,
  type TestApplication,
  type TestClient,
  type TestMember,
} from '../../../test/test-application.js';

const PERSON = 'id userId email name role state teams { id name lead } invitedAt validFrom validTo version';
const LIST = `query ($first: Int, $after: String, $search: String, $role: Role, $state: MembershipState) {
  people(first: $first, after: $after, search: $search, role: $role, state: $state) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { ${PERSON} } } } }`;
const UPDATE = `mutation ($id: ID!, $version: Int!, $role: Role!, $teams: [ID!]!, $leads: [ID!]!) {
  updatePerson(id: $id, version: $version, role: $role, teamIds: $teams, leadOfTeamIds: $leads) { ${PERSON} } }`;
const END = `mutation ($id: ID!, $version: Int!) { endMembership(id: $id, version: $version) { ${PERSON} } }`;
const INVITE = `mutation ($email: String!) {
  invitePerson(email: $email, name: "Invited", role: EXECUTIVE, teamIds: [], leadOfTeamIds: []) { person { id version } } }`;
const CREATE_TEAM = 'mutation ($name: String!) { createTeam(name: $name, kind: OTHER) { id } }';
const VIEWER = '{ viewer { role teamIds } }';

const update = (id: string, version: number, role: string, teams: string[] = [], leads: string[] = []) => ({
  id,
  version,
  role,
  teams,
  leads,
});

describe('people', () => {
  let application: TestApplication;
  let organizationId: string;
  let administrator: TestMember;

  beforeAll(async () => {
    application = await startTestApplication();
  });
  beforeEach(async () => {
    organizationId = await application.organization('Harbour Bank');
    administrator = await application.member(organizationId, 'administrator');
  });
  afterAll(() => application.close());

  const team = async (name: string): Promise<string> =>
    (await administrator.client.data(CREATE_TEAM, { name })).createTeam.id;
  const emails = async (client: TestClient, variables: Record<string, unknown> = {}): Promise<string[]> =>
    (await client.data(LIST, variables)).people.edges.map(({ node }: { node: { email: string } }) => node.email);

  describe('are listed', () => {
    it('with role, state and teams, to every member, in one statement whatever their number', async () => {
      const tellers = await team('Tellers');
      const person = await application.member(organizationId, 'contributor', 'zoe@list.example.org');
      await administrator.client.data(UPDATE, update(person.membershipId, 1, 'TEAM_LEAD', [tellers], [tellers]));
      const { people } = await person.client.data(LIST, { role: 'TEAM_LEAD' });
      expect(people.totalCount).toBe(1);
      expect(people.edges[0].node).toEqual({
        id: person.membershipId,
        userId: person.accountId,
        email: 'zoe@list.example.org',
        name: 'A contributor',
        role: 'TEAM_LEAD',
        state: 'ACTIVE',
        teams: [{ id: tellers, name: 'Tellers', lead: true }],
        invitedAt: null,
        validFrom: expect.any(String),
        validTo: null,
        version: 2,
      });
      const few = await countStatements(() => person.client.data(LIST));
      for (let number = 0; number < 10; number += 1) {
        await administrator.client.data(INVITE, { email: `many.${number}@list.example.org` });
      }
      expect([few, await countStatements(() => person.client.data(LIST, { first: 100 }))]).toEqual([
        ONE_READ,
        ONE_READ,
      ]);
    });

    it('by search, role and state, page by page', async () => {
      const { client } = administrator;
      const gone = await application.member(organizationId, 'executive', 'gone@pages.example.org');
      await application.member(organizationId, 'executive', 'here@pages.example.org');
      await client.data(INVITE, { email: 'invited@pages.example.org' });
      await client.data(END, { id: gone.membershipId, version: 1 });
      expect(await emails(client, { state: 'ENDED' })).toEqual(['gone@pages.example.org']);
      expect(await emails(client, { state: 'INVITED' })).toEqual(['invited@pages.example.org']);
      expect(await emails(client, { role: 'EXECUTIVE', state: 'ACTIVE' })).toEqual(['here@pages.example.org']);
      expect(await emails(client, { search: 'PAGES.example' })).toHaveLength(3);
      expect(await emails(client, { search: 'invited' })).toEqual(['invited@pages.example.org']);
      const everybody = await emails(client);
      expect(everybody).toHaveLength(4);
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const { people }: { people: { pageInfo: { hasNextPage: boolean; endCursor: string } } } = await client.data(
          LIST,
          { first: 1, after },
        );
        seen.push(...(await emails(client, { first: 1, after })));
        after = people.pageInfo.hasNextPage ? people.pageInfo.endCursor : null;
      } while (after);
      expect(seen).toEqual(everybody);
    });

    it('to nobody of another organisation', async () => {
      const other = await application.member(await application.organization('Another'), 'administrator');
      expect(await emails(other.client)).toEqual([other.email]);
    });
  });

  describe('change', () => {
    it('role and teams at once, and the old stay in a team is kept', async () => {
      const [one, two] = [await team('One'), await team('Two')];
      const person = await application.member(organizationId, 'contributor');
      await administrator.client.data(UPDATE, update(person.membershipId, 1, 'TEAM_LEAD', [one, two], []));
      const { updatePerson } = await administrator.client.data(
        UPDATE,
        update(person.membershipId, 2, 'EXECUTIVE', [two], [two]),
      );
      expect(updatePerson).toMatchObject({ role: 'EXECUTIVE', teams: [{ id: two, lead: true }], version: 3 });
      expect((await person.client.data(VIEWER)).viewer).toEqual({ role: 'EXECUTIVE', teamIds: [two] });
      const stays = await application.database.query(
        `SELECT team_id, lead, valid_to IS NULL AS open FROM team_membership WHERE membership_id = $1 ORDER BY id`,
        [person.membershipId],
      );
      expect(stays).toHaveLength(3);
      expect(stays).toEqual(
        expect.arrayContaining([
          { team_id: one, lead: false, open: false },
          { team_id: two, lead: false, open: false },
          { team_id: two, lead: true, open: true },
        ]),
      );
      const [event] = await application.database.query(
        `SELECT changes FROM audit_event WHERE object_id = $1 AND act = 'membership.updated' ORDER BY sequence DESC LIMIT 1`,
        [person.membershipId],
      );
      expect(event?.['changes']).toEqual({
        role: { before: 'team_lead', after: 'executive' },
        teamIds: { before: [one, two].sort(), after: [two] },
        leadOfTeamIds: { before: [], after: [two] },
      });
    });

    it('leaves a stay that does not change alone, and counts a lead as a member', async () => {
      const one = await team('One');
      const person = await application.member(organizationId, 'contributor');
      await administrator.client.data(UPDATE, update(person.membershipId, 1, 'TEAM_LEAD', [], [one]));
      await administrator.client.data(UPDATE, update(person.membershipId, 2, 'EXECUTIVE', [one, one], [one]));
      const stays = await application.database.query('SELECT lead FROM team_membership WHERE membership_id = $1', [
        person.membershipId,
      ]);
      expect(stays).toEqual([{ lead: true }]);
    });

    it('not over what somebody else saved', async () => {
      const one = await team('One');
      const person = await application.member(organizationId, 'contributor');
      await administrator.client.data(UPDATE, update(person.membershipId, 1, 'TEAM_LEAD', [one], [one]));
      const late = await administrator.client.graphql(UPDATE, update(person.membershipId, 1, 'EXECUTIVE'));
      expect(late.errors?.[0]?.extensions).toMatchObject({
        code: 'CONFLICT',
        current: { role: 'TEAM_LEAD', teamIds: [one], leadOfTeamIds: [one], version: 2 },
      });
      expect(JSON.stringify(late)).not.toMatch(/invite_?hash/i);
    });

    it('is for administrators', async () => {
      const person = await application.member(organizationId, 'contributor');
      for (const role of ['programme_office', 'team_lead', 'executive', 'contributor'] as const) {
        const { client, membershipId } = await application.member(organizationId, role);
        expect(await client.errorCode(UPDATE, update(membershipId, 1, 'ADMINISTRATOR'))).toBe('FORBIDDEN');
        expect(await client.errorCode(END, { id: person.membershipId, version: 1 })).toBe('FORBIDDEN');
        expect(await client.errorCode(INVITE, { email: 'friend@example.org' })).toBe('FORBIDDEN');
      }
    });

    it('does not reach another organisation', async () => {
      const person = await application.member(organizationId, 'contributor');
      const other = await application.member(await application.organization('Another'), 'administrator');
      for (const id of [person.membershipId, 'nonsense']) {
        expect(await other.client.errorCode(UPDATE, update(id, 1, 'EXECUTIVE'))).toBe('NOT_FOUND');
        expect(await other.client.errorCode(END, { id, version: 1 })).toBe('NOT_FOUND');
      }
      expect((await person.client.data(VIEWER)).viewer.role).toBe('CONTRIBUTOR');
    });
  });

  describe('leave', () => {
    it('and are nobody from that moment: signed out, tokens void, out of their teams', async () => {
      const one = await team('One');
      const person = await application.member(organizationId, 'contributor');
      await administrator.client.data(UPDATE, update(person.membershipId, 1, 'TEAM_LEAD', [one], [one]));
      await application.database.query(
        `INSERT INTO access_token (organization_id, id, membership_id, name, token_hash, scopes, expires_at)
         VALUES ($1, gen_random_uuid(), $2, 'script', '\\x00', '{read}', now() + interval '1 day')`,
        [organizationId, person.membershipId],
      );
      const { endMembership } = await administrator.client.data(END, { id: person.membershipId, version: 2 });
      expect(endMembership).toMatchObject({ state: 'ENDED', teams: [], validTo: expect.any(String), version: 3 });
      expect(await person.client.data(VIEWER)).toEqual({ viewer: null });
      const [left] = await application.database.query(
        `SELECT (SELECT count(*)::int FROM session WHERE account_id = $1) AS sessions,
                (SELECT count(*)::int FROM access_token WHERE membership_id = $2 AND revoked_at IS NULL) AS tokens,
                (SELECT count(*)::int FROM team_membership WHERE membership_id = $2 AND valid_to IS NULL) AS teams`,
        [person.accountId, person.membershipId],
      );
      expect(left).toEqual({ sessions: 0, tokens: 0, teams: 0 });
      const again = update(person.membershipId, 3, 'EXECUTIVE');
      expect(await administrator.client.errorCode(UPDATE, again)).toBe('MEMBERSHIP_ENDED');
      expect(await administrator.client.errorCode(END, { id: person.membershipId, version: 3 })).toBe(
        'MEMBERSHIP_ENDED',
      );
    });

    it('one organisation and stay in another', async () => {
      const second = await application.organization('Second');
      const person = await application.member(organizationId, 'contributor', 'two.homes@example.org');
      const elsewhere = await application.member(second, 'contributor', 'two.homes@example.org');
      const theirs = await application.member(second, 'administrator');
      await theirs.client.data(END, { id: elsewhere.membershipId, version: 1 });
      const { viewer } = await person.client.data('{ viewer { organizations { id } } }');
      expect(viewer.organizations).toEqual([{ id: organizationId }]);
    });

    it('but never the last administrator', async () => {
      const id = administrator.membershipId;
      const invited = await administrator.client.data(
        `mutation { invitePerson(email: "boss@example.org", name: "Boss", role: ADMINISTRATOR, teamIds: [], leadOfTeamIds: []) { person { id } } }`,
      );
      expect(invited.invitePerson.person.id).toEqual(expect.any(String));
      expect(await administrator.client.errorCode(END, { id, version: 1 })).toBe('LAST_ADMINISTRATOR');
      expect(await administrator.client.errorCode(UPDATE, update(id, 1, 'EXECUTIVE'))).toBe('LAST_ADMINISTRATOR');
      await administrator.client.data(UPDATE, update(id, 1, 'ADMINISTRATOR'));
    });

    it('and two administrators who go at once do not both go', async () => {
      const second = await application.member(organizationId, 'administrator');
      const codes = await Promise.all([
        administrator.client.errorCode(END, { id: administrator.membershipId, version: 1 }),
        second.client.errorCode(UPDATE, update(second.membershipId, 1, 'CONTRIBUTOR')),
      ]);
      expect(codes.sort()).toEqual(['LAST_ADMINISTRATOR', undefined]);
    });
  });
});
