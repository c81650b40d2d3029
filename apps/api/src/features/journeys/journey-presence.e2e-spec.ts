import { liveClient } from '../../../test/live-client.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';

const CREATE = `mutation { createJourney(input: { name: "Opening" }, template: "five-stages") { id } }`;
const MAP = `query ($id: ID!) { journeyMap(id: $id) { stages { id } } }`;
const PRESENCE = `subscription ($id: ID!, $stageId: ID, $lane: MapLane) {
  journeyPresence(journeyId: $id, stageId: $stageId, lane: $lane) { membershipId name stageId lane } }`;

type Others = { membershipId: string; name: string; stageId: string | null; lane: string | null }[];

describe('who else is at a map', () => {
  let application: TestApplication;
  let organizationId: string;
  let office: TestMember;
  let id: string;

  beforeAll(async () => {
    application = await startTestApplication();
    await application.app.listen(0, '127.0.0.1');
  });
  beforeEach(async () => {
    organizationId = await application.organization('Harbour Bank');
    office = await application.member(organizationId, 'programme_office');
    id = (await office.client.data(CREATE)).createJourney.id;
  });
  afterAll(() => application.close());

  /** Takes a seat; `until` gives the company as soon as it is as asked. */
  const sit = (member: TestMember, at: { stageId?: string; lane?: string } = {}) => {
    const live = liveClient(application, { ...member.client.headers });
    const feed = live.each<{ journeyPresence: Others }>(PRESENCE, { id, ...at });
    return {
      live,
      until: async (fits: (others: Others) => boolean): Promise<Others> => {
        for (;;) {
          const { value } = await feed.next();
          const others = value?.data?.journeyPresence;
          if (!others) throw new Error(`No company: ${JSON.stringify(value)}`);
          if (fits(others)) return others;
        }
      },
    };
  };

  it('is told to those who are there: who comes, in which cell they write, and who goes or falls silent', async () => {
    const reader = await application.member(organizationId, 'executive');
    const stageId = (await office.client.data(MAP, { id })).journeyMap.stages[1].id as string;
    const first = sit(reader);
    expect(await first.until(() => true)).toEqual([]);
    const second = sit(office, { stageId, lane: 'PAIN' });
    const [seen] = await first.until((others) => others.length > 0);
    expect(seen).toMatchObject({ membershipId: office.membershipId, stageId, lane: 'PAIN' });
    expect(seen?.name).toMatch(/\S/);
    // Who came later learns who was there before.
    const there = await second.until((others) => others.length > 0);
    expect(there).toMatchObject([{ membershipId: reader.membershipId, stageId: null, lane: null }]);
    expect(Object.keys(there[0] ?? {}).sort()).toEqual(['lane', 'membershipId', 'name', 'stageId']);

    // The connection drops, and nobody says good-bye.
    second.live.close();
    expect(await first.until((others) => others.length === 0)).toEqual([]);
    first.live.close();
  });

  it('is nobody’s business elsewhere: not in another organisation, nor with a stage of another journey', async () => {
    const here = sit(office);
    await here.until(() => true);
    const outsider = await application.member(await application.organization('Another'), 'programme_office');
    const theirs = (await outsider.client.data(CREATE)).createJourney.id as string;
    const stage = (await outsider.client.data(MAP, { id: theirs })).journeyMap.stages[0].id as string;
    const ask = async (member: TestMember, variables: object) => {
      const live = liveClient(application, { ...member.client.headers });
      const answers = await live.all(PRESENCE, { id, ...variables });
      live.close();
      return answers;
    };
    const refused = [{ errors: [{ extensions: { code: 'NOT_FOUND' } }] }];
    expect(await ask(outsider, {})).toMatchObject(refused);
    expect(await ask(outsider, { stageId: stage })).toMatchObject(refused);
    expect(await ask(office, { stageId: stage, lane: 'PAIN' })).toMatchObject(refused);

    // A colleague who comes now sees the one who is here, and only that one.
    const colleague = await application.member(organizationId, 'contributor');
    const late = sit(colleague);
    const others = await late.until((list) => list.length > 0);
    expect(others.map(({ membershipId }) => membershipId)).toEqual([office.membershipId]);
    here.live.close();
    late.live.close();
  });
});
