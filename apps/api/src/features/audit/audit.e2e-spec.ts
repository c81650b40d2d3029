import { ROLES } from '@touchstone/domain';
import { countStatements, ONE_READ } from '../../../test/count-statements.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';

const LIST = `query ($first: Int, $after: String, $kind: String, $id: ID, $act: String, $search: String) {
  auditEvents(first: $first, after: $after, objectKind: $kind, objectId: $id, act: $act, search: $search) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { id sequence occurredAt actorKind actorName act objectKind objectId changes hash } } } }`;
const VERIFY = 'mutation { verifyAudit { intact events brokenAtSequence headHash checkedAt } }';
const CREATE_TEAM = 'mutation ($name: String!) { createTeam(name: $name, kind: OTHER) { id } }';

interface Event {
  sequence: number;
  act: string;
  actorName: string | null;
}

describe('the audit trail', () => {
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

  const page = async (variables: Record<string, unknown> = {}) =>
    (await administrator.client.data(LIST, variables)).auditEvents;
  const events = async (variables: Record<string, unknown> = {}): Promise<Event[]> =>
    (await page(variables)).edges.map(({ node }: { node: Event }) => node);

  it('tells newest first who did what to what, in one statement whatever its length', async () => {
    const few = await countStatements(() => page());
    const { createTeam } = await administrator.client.data(CREATE_TEAM, { name: 'Tellers' });
    const [newest] = await events();
    expect(newest).toEqual({
      id: expect.any(String),
      sequence: 4,
      occurredAt: expect.any(String),
      actorKind: 'member',
      actorName: 'A administrator',
      act: 'team.created',
      objectKind: 'Team',
      objectId: createTeam.id,
      changes: { name: 'Tellers', kind: 'other', businessUnitId: null },
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    for (let number = 0; number < 20; number += 1) {
      await administrator.client.data(CREATE_TEAM, { name: `Team ${number}` });
    }
    expect([few, await countStatements(() => page({ first: 100 }))]).toEqual([ONE_READ, ONE_READ]);
  });

  it('calls people by the name they have today, and the system by none', async () => {
    await administrator.client.data('mutation { updateProfile(name: "Mei Lin", locale: "en") { name } }');
    expect((await events({ act: 'session.opened' }))[0]?.actorName).toBe('Mei Lin');
    expect((await events({ act: 'organization.created' }))[0]?.actorName).toBeNull();
  });

  it('is searched by act and actor, and filtered by object and act', async () => {
    const { createTeam } = await administrator.client.data(CREATE_TEAM, { name: 'Tellers' });
    await administrator.client.data(CREATE_TEAM, { name: 'Advisers' });
    const acts = async (variables: Record<string, unknown>) => (await events(variables)).map(({ act }) => act);
    expect(await acts({ id: createTeam.id })).toEqual(['team.created']);
    expect(await acts({ kind: 'Team' })).toEqual(['team.created', 'team.created']);
    expect(await acts({ act: 'membership.created' })).toEqual(['membership.created']);
    expect(await acts({ search: 'MEMBERSHIP' })).toEqual(['membership.created']);
    expect(await acts({ search: 'a adminis' })).toEqual(['team.created', 'team.created', 'session.opened']);
    expect(await acts({ search: '%' })).toEqual([]);
    expect(await acts({ id: 'no such thing' })).toEqual([]);
  });

  it('is turned page by page while events go on arriving', async () => {
    const before = await events();
    const seen: Event[] = [];
    let after: string | null = null;
    do {
      const { edges, pageInfo }: Awaited<ReturnType<typeof page>> = await page({ first: 2, after });
      seen.push(...edges.map(({ node }: { node: Event }) => node));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      await administrator.client.data(CREATE_TEAM, { name: `Team ${seen.length}` });
    } while (after);
    expect(seen).toEqual(before);
  });

  it('is verified from the first event to the last, and the verification is on record', async () => {
    const length = (await page()).totalCount;
    const { verifyAudit } = await administrator.client.data(VERIFY);
    expect(verifyAudit).toEqual({
      intact: true,
      events: length,
      brokenAtSequence: null,
      headHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      checkedAt: expect.any(String),
    });
    expect(await events({ first: 1 })).toEqual([
      expect.objectContaining({ act: 'audit.verified', changes: { intact: true, events: length } }),
    ]);
  });

  it('holds while others write', async () => {
    const writing = Promise.all(
      Array.from({ length: 12 }, (_, number) => administrator.client.data(CREATE_TEAM, { name: `Team ${number}` })),
    );
    const verdicts = await Promise.all([1, 2, 3].map(() => administrator.client.data(VERIFY)));
    await writing;
    expect(verdicts.map(({ verifyAudit }) => verifyAudit.intact)).toEqual([true, true, true]);
    const sequences = (await events({ first: 100 })).map(({ sequence }) => sequence);
    expect(sequences).toEqual(Array.from({ length: sequences.length }, (_, index) => sequences.length - index));
    expect((await administrator.client.data(VERIFY)).verifyAudit.intact).toBe(true);
  });

  it('is for administrators, each of their own organisation', async () => {
    for (const role of ROLES.filter((each) => each !== 'administrator')) {
      const { client } = await application.member(organizationId, role);
      expect(await client.errorCode(LIST)).toBe('FORBIDDEN');
      expect(await client.errorCode(VERIFY)).toBe('FORBIDDEN');
    }
    const { createTeam } = await administrator.client.data(CREATE_TEAM, { name: 'Tellers' });
    const other = await application.member(await application.organization('Another'), 'administrator');
    expect((await other.client.data(LIST, { id: createTeam.id })).auditEvents.totalCount).toBe(0);
    expect((await other.client.data(LIST)).auditEvents.totalCount).toBe(3);
  });
});
