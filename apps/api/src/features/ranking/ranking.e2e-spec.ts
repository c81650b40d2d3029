import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { countStatements, ONE_READ } from '../../../test/count-statements.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';

const ROUND = `id name state closesOn itemCount judgeCount handedInCount waitsForMe closedEarly calledOffReason version mayUpdate iJudge
  myOrder myOrderSaved myVersion
  items { opportunityId number putAway painPoints { number severity frequencyBase ratedOn touchpoints { name driverWeight driverWeightN
    driverWeightSource volume version } } missing { factor } }
  judges { membershipId judgedAt excusedAt left }
  result { judges leadersW leadersChi2 leadersDf leadersP leadersItems leadersWord agreementW agreementItems agreementWord
    items { id leadersRank leadersMean places myPlace dataScore dataRank difference } disputed { leadersFirst dataFirst distance } }
  agreements { number order reason agreedByName departsFromLeaders departsFromData } events { act fields }`;
const ONE = `query ($id: ID!) { rankingRound(id: $id) { ${ROUND} } }`;
const LIST = `query ($search: String, $states: [RankingState!], $waitingForMe: Boolean, $first: Int, $after: String) {
  rankingRounds(search: $search, states: $states, waitingForMe: $waitingForMe, first: $first, after: $after) {
    totalCount pageInfo { endCursor hasNextPage } edges { node { name state waitsForMe } } } }`;
const OPEN = `mutation ($input: NewRankingRoundInput!) { openRankingRound(input: $input) { ${ROUND} } }`;
const UPDATE = `mutation ($id: ID!, $version: Int!, $input: RankingRoundInput!) {
  updateRankingRound(id: $id, version: $version, input: $input) { ${ROUND} } }`;
const CALL_OFF = `mutation ($id: ID!, $version: Int!, $reason: String!) {
  callOffRankingRound(id: $id, version: $version, reason: $reason) { ${ROUND} } }`;
const REVEAL = `mutation ($id: ID!, $version: Int!) { revealRankingRound(id: $id, version: $version) { ${ROUND} } }`;
const JUDGE = `mutation ($roundId: ID!, $version: Int!, $order: [ID!]!, $handIn: Boolean!) {
  saveJudgement(roundId: $roundId, version: $version, order: $order, handIn: $handIn) { ${ROUND} } }`;
const AGREE = `mutation ($id: ID!, $version: Int!, $order: [ID!]!, $reason: String) {
  agreeOnRanking(id: $id, version: $version, order: $order, reason: $reason) { ${ROUND} } }`;
const WEIGH = `mutation ($touchpointId: ID!, $version: Int!, $input: TouchpointWeightInput!) {
  setTouchpointWeight(touchpointId: $touchpointId, version: $version, input: $input) { driverWeight volume version } }`;
const SHELVE = `mutation ($id: ID!, $version: Int!) { archiveOpportunity(id: $id, version: $version) { version } }`;

describe('ranking twice', () => {
  let application: TestApplication;
  let organizationId: string;
  let office: TestMember;
  let judges: TestMember[];
  let ids: string[];
  let today: string;

  beforeAll(async () => {
    application = await startTestApplication();
  });
  beforeEach(async () => {
    organizationId = await application.organization('Harbour Bank');
    office = await application.member(organizationId, 'programme_office');
    judges = [];
    for (const role of ['executive', 'team_lead', 'team_lead'] as const)
      judges.push(await application.member(organizationId, role));
    ids = [];
    for (const number of [1, 2, 3]) ids.push(await opportunity(number));
    const [row] = await application.database.query(
      `SELECT (now() AT TIME ZONE time_zone)::date::text AS today FROM organization WHERE id = $1`,
      [organizationId],
    );
    today = row!['today'] as string;
  });
  afterAll(() => application.close());

  const opportunity = async (number: number, organization = organizationId) => {
    const id = uuidv7();
    await application.database.query(
      `INSERT INTO opportunity (organization_id, id, number, title) VALUES ($1, $2, $3, 'Shorter queues')`,
      [organization, id, number],
    );
    return id;
  };
  const inputOf = (more: Record<string, unknown> = {}) => ({
    name: 'What first?',
    closesOn: today,
    opportunityIds: ids,
    judgeIds: judges.map(({ membershipId }) => membershipId),
    ...more,
  });
  const changeOf = (more: Record<string, unknown> = {}) => {
    const { opportunityIds: _, ...input } = inputOf(more);
    return input;
  };
  const open = async (more: Record<string, unknown> = {}) =>
    (await office.client.data(OPEN, { input: inputOf(more) })).openRankingRound;
  const judge = (by: TestMember, roundId: string, order: string[], version = 0, handIn = true) =>
    by.client.graphql(JUDGE, { roundId, version, order, handIn });
  const read = async (id: string, by = office) => (await by.client.data(ONE, { id })).rankingRound;
  const fieldsOf = ({ errors }: { errors?: readonly { extensions: Record<string, unknown> }[] }): string[] =>
    ((errors?.[0]?.extensions['fields'] ?? []) as { path: string; code: string }[]).map(
      ({ path, code }) => `${path} ${code}`,
    );
  const codeOf = ({ errors }: Awaited<ReturnType<typeof judge>>) => errors?.[0]?.extensions.code;
  /** Every judge hands in an order of the three, by their positions. */
  const handInAll = async (
    id: string,
    orders = [
      [0, 1, 2],
      [0, 1, 2],
      [1, 0, 2],
    ],
  ) => {
    for (const [index, order] of orders.entries()) {
      const answer = await judge(
        judges[index]!,
        id,
        order.map((each) => ids[each]!),
      );
      expect(answer.errors).toBeUndefined();
    }
  };
  const reveal = async (id: string, version = 1) =>
    (await office.client.data(REVEAL, { id, version })).revealRankingRound;
  /** One pain point of an opportunity at a touchpoint of its own. */
  const painOf = async (opportunityId: string, severity: number | null, met: number | null) => {
    const [painPoint, touchpoint] = [uuidv7(), uuidv7()];
    const { query } = application.database;
    await query(`INSERT INTO touchpoint (organization_id, id, name, channel) VALUES ($1, $2, $3, 'branch')`, [
      organizationId,
      touchpoint,
      `Counter ${touchpoint}`,
    ]);
    await query(
      `INSERT INTO pain_point (organization_id, id, number, title, severity, frequency_count, frequency_base)
       SELECT $1, $2, count(*) + 1, 'Waits', $3, $4, CASE WHEN $4::int IS NOT NULL THEN 100 END FROM pain_point WHERE organization_id = $1`,
      [organizationId, painPoint, severity, met],
    );
    await query(`INSERT INTO pain_point_touchpoint VALUES ($1, $2, $3)`, [organizationId, painPoint, touchpoint]);
    await query(`INSERT INTO opportunity_pain_point VALUES ($1, $2, $3)`, [organizationId, opportunityId, painPoint]);
    return touchpoint;
  };
  const weigh = (touchpointId: string, more: Record<string, unknown> = {}, version = 0) =>
    office.client.graphql(WEIGH, {
      touchpointId,
      version,
      input: {
        driverWeight: 0.5,
        driverWeightSource: 'Survey of spring',
        driverWeightN: 840,
        driverWeightAsOf: today,
        volume: 1000,
        volumeSource: 'Ticket machine',
        volumeAsOf: today,
        ...more,
      },
    });

  it('is opened over opportunities with judges and a day, judged, closed and agreed upon, all kept', async () => {
    const round = await open();
    expect(round).toMatchObject({
      state: 'JUDGING',
      itemCount: 3,
      judgeCount: 3,
      handedInCount: 0,
      result: null,
      version: 1,
    });
    expect(round.items[0].missing).toEqual([{ factor: 'PAIN_POINT' }]);
    await handInAll(round.id);
    expect(await read(round.id)).toMatchObject({ handedInCount: 3, result: null });
    const { result, closedEarly } = await reveal(round.id);
    expect(closedEarly).toBe(true);
    expect(result).toMatchObject({
      judges: 3,
      leadersItems: 3,
      leadersDf: 2,
      leadersWord: 'CHANCE',
      agreementWord: 'UNKNOWN',
    });
    // Rank sums 4, 5, 9: S = 14, W = 12 · 14 / (9 · 24).
    expect(result.leadersW).toBeCloseTo(7 / 9, 12);
    expect(result.leadersChi2).toBeCloseTo(14 / 3, 12);
    const places = result.items.map((item: { places: number[] }) => item.places);
    expect(places).toEqual([
      [1, 1, 2],
      [1, 2, 2],
      [3, 3, 3],
    ]);
    const order = ids;
    const agreed = (await office.client.data(AGREE, { id: round.id, version: 2, order })).agreeOnRanking;
    expect(agreed).toMatchObject({ state: 'AGREED', agreements: [{ number: 1, order, departsFromLeaders: false }] });
    const other = { id: round.id, version: 3, order: order.toReversed() };
    expect(fieldsOf(await office.client.graphql(AGREE, other))).toEqual(['reason required']);
    const { agreements } = (await office.client.data(AGREE, { ...other, reason: 'The law changed' })).agreeOnRanking;
    expect(agreements).toMatchObject([
      { number: 2, reason: 'The law changed', departsFromLeaders: true },
      { number: 1, order },
    ]);
    const { events } = await read(round.id);
    expect(events.map(({ act }: { act: string }) => act)).toEqual([
      'ranking.agreed',
      'ranking.agreed',
      'ranking.revealed',
      'ranking.handed_in',
      'ranking.handed_in',
      'ranking.handed_in',
      'ranking.opened',
    ]);
    expect(await countStatements(() => read(round.id))).toBe(ONE_READ);
  });

  it('is blind: before the end nobody reads another one’s order, at the database neither', async () => {
    const { id } = await open();
    await judge(judges[0]!, id, ids);
    await judge(judges[1]!, id, ids, 0, false);
    for (const [by, saved] of [
      [judges[1]!, true],
      [judges[2]!, false],
    ] as const) {
      const seen = await read(id, by);
      expect(seen).toMatchObject({ result: null, myOrderSaved: saved, handedInCount: 1 });
      expect(seen.items[0].painPoints).toBeNull();
    }
    expect(await read(id)).toMatchObject({ result: null, myOrder: null, myOrderSaved: false });
    const client = new pg.Client({
      connectionString: application.database.urls.app,
      options: '-c role=touchstone_app',
    });
    await client.connect();
    const as = async (member: TestMember, sql: string, values: unknown[] = []) => {
      await client.query(`SELECT set_config('app.organization_id', $1, false), set_config('app.user_id', $2, false)`, [
        organizationId,
        member.accountId,
      ]);
      return (await client.query(sql, values)).rowCount;
    };
    const codeAs = (member: TestMember, sql: string, values: unknown[] = []) =>
      as(member, sql, values).then(
        (count) => `${count} rows`,
        (error: pg.DatabaseError) => error.code,
      );
    const ALL = 'SELECT * FROM judgement';
    try {
      expect(await as(judges[0]!, ALL)).toBe(3);
      expect(await as(judges[1]!, ALL)).toBe(3);
      for (const by of [office, judges[2]!]) {
        expect(await as(by, ALL)).toBe(0);
        expect(await as(by, 'UPDATE judgement SET rank = rank + 10')).toBe(0);
        expect(await as(by, 'DELETE FROM judgement')).toBe(0);
      }
      const insert = `INSERT INTO judgement VALUES ($1, $2, $3, $4, 1)`;
      const forAnother = [organizationId, id, judges[2]!.membershipId, ids[0]];
      expect(await codeAs(office, insert, forAnother)).toBe('42501');
      // The third hands in, and the second only has a draft when it ends: that stays theirs.
      await judge(judges[2]!, id, ids);
      await judge(judges[1]!, id, ids, 1);
      await judge(judges[1]!, id, ids.slice(1), 2, false);
      expect(await office.client.errorCode(REVEAL, { id, version: 1 })).toBe('RANKING_TOO_FEW_JUDGES');
      const more = await application.member(organizationId, 'executive');
      const judgeIds = [...judges, more].map(({ membershipId }) => membershipId);
      await office.client.data(UPDATE, { id, version: 1, input: changeOf({ judgeIds }) });
      await judge(more, id, ids);
      await reveal(id, 2);
      expect(await as(office, ALL)).toBe(9);
      // What is over is over, for the judge too.
      for (const change of [
        'UPDATE judgement SET rank = rank + 10',
        'DELETE FROM judgement',
        'UPDATE ranking_item SET data_score = 1',
      ])
        expect(await codeAs(judges[0]!, change)).toBe('TS004');
      expect(
        await codeAs(office, `UPDATE ranking_round SET state = 'judging', revealed_at = NULL, revealed_by = NULL`),
      ).toBe('TS004');
      expect(await codeAs(judges[1]!, insert, [organizationId, id, judges[1]!.membershipId, ids[0]])).toBe('42501');
      await office.client.data(AGREE, { id, version: 3, order: ids });
      for (const change of [`UPDATE ranking_agreement SET reason = 'x'`, 'DELETE FROM ranking_agreement'])
        expect(await codeAs(office, change)).toBe('42501');
    } finally {
      await client.end();
    }
  });

  it('lets a judge begin anywhere, save, hand in, and change their mind until it ends', async () => {
    const { id } = await open();
    const [mine] = judges as [TestMember];
    const before = await read(id, mine);
    expect(before).toMatchObject({ iJudge: true, waitsForMe: true, myOrderSaved: false, myVersion: 0 });
    expect(before.myOrder.toSorted()).toEqual(ids.toSorted());
    const draft = (await judge(mine, id, [ids[2]!, ids[0]!], 0, false)).data.saveJudgement;
    expect(draft).toMatchObject({
      myOrder: [ids[2], ids[0], ids[1]],
      myOrderSaved: true,
      waitsForMe: true,
      handedInCount: 0,
    });
    expect(codeOf(await judge(mine, id, ids, 0))).toBe('CONFLICT');
    expect(fieldsOf(await judge(mine, id, ids.slice(1), 1))).toEqual(['order incomplete']);
    expect(fieldsOf(await judge(mine, id, [ids[0]!, ids[0]!, uuidv7()], 1, false))).toEqual([
      'order repeated',
      'order unknown',
    ]);
    expect(fieldsOf(await judge(mine, id, ['nonsense'], 1, false))).toEqual(['order unknown']);
    const handed = (await judge(mine, id, ids, 1)).data.saveJudgement;
    expect(handed).toMatchObject({ myOrder: ids, waitsForMe: false, handedInCount: 1, myVersion: 2 });
    const changed = (await judge(mine, id, ids.toReversed(), 2)).data.saveJudgement;
    expect(changed).toMatchObject({ myOrder: ids.toReversed(), handedInCount: 1 });
    expect((await judge(mine, id, ids, 3, false)).data.saveJudgement).toMatchObject({
      waitsForMe: true,
      handedInCount: 0,
    });
  });

  it('says what the data says with what it rests on, and nothing where a factor is missing', async () => {
    const first = await painOf(ids[0]!, 4, 50);
    const second = await painOf(ids[1]!, 5, null);
    const third = await painOf(ids[2]!, 2, 10);
    const { id } = await open();
    expect((await weigh(first)).data.setTouchpointWeight).toEqual({ driverWeight: 0.5, volume: 1000, version: 1 });
    expect(codeOf(await weigh(first))).toBe('CONFLICT');
    expect((await weigh(first, { driverWeight: 0.25 }, 1)).data.setTouchpointWeight).toMatchObject({ version: 2 });
    await weigh(second);
    await weigh(third, { volume: null, volumeSource: 'Asked for' });
    const missing = async () =>
      (await read(id)).items.map((item: { missing: { factor: string }[] }) => item.missing.map(({ factor }) => factor));
    expect(await missing()).toEqual([[], ['FREQUENCY'], ['VOLUME']]);
    await weigh(third, { volume: 10 }, 1);
    const wrong = {
      driverWeight: 1.5,
      driverWeightSource: ' ',
      volumeAsOf: null,
      driverWeightAsOf: '2999-01-01',
      driverWeightN: 0,
    };
    expect(fieldsOf(await weigh(second, wrong, 1))).toEqual([
      'driverWeight out_of_range',
      'driverWeightSource required',
      'driverWeightAsOf in_the_future',
      'volumeAsOf required',
      'driverWeightN out_of_range',
    ]);
    // Leaders hold the third for the most important, the data the first.
    await handInAll(id, [
      [2, 0, 1],
      [2, 0, 1],
      [2, 1, 0],
    ]);
    const { result } = await reveal(id);
    const [a, b, c] = result.items;
    expect([a.dataScore, b.dataScore, c.dataScore]).toEqual([500, null, 1]);
    expect([a.dataRank, b.dataRank, c.dataRank]).toEqual([1, null, 2]);
    expect(result).toMatchObject({ agreementW: 0, agreementItems: 2, agreementWord: 'OPPOSITE' });
    expect(result.disputed).toEqual([{ leadersFirst: ids[2], dataFirst: ids[0], distance: 2 }]);
    // What was shown stays, whatever is found out later.
    await weigh(first, { driverWeight: 1 }, 2);
    const { items, ...after } = await read(id);
    expect(after.result.items[0].dataScore).toBe(500);
    expect(items[0].painPoints[0].touchpoints[0]).toMatchObject({ driverWeight: 0.25, driverWeightN: 840 });
    const agree = { id, version: 2 };
    expect(fieldsOf(await office.client.graphql(AGREE, { ...agree, order: [ids[1], ids[2], ids[0]] }))).toEqual([
      'reason required',
    ]);
    expect(fieldsOf(await office.client.graphql(AGREE, { ...agree, order: ids.slice(1) }))).toEqual([
      'order incomplete',
    ]);
    await office.client.data(AGREE, { ...agree, order: [ids[0], ids[2], ids[1]] });
  });

  it('leaves out what is put away meanwhile, and says so', async () => {
    ids.push(await opportunity(4));
    const { id } = await open();
    await handInAll(id, [
      [3, 0, 1, 2],
      [3, 0, 1, 2],
    ]);
    await office.client.data(SHELVE, { id: ids[3], version: 1 });
    expect(fieldsOf(await judge(judges[2]!, id, ids))).toEqual(['order put_away']);
    expect((await read(id, judges[2])).myOrder).toHaveLength(3);
    await judge(judges[2]!, id, ids.slice(0, 3));
    const { result, items } = await reveal(id);
    expect(items[3]).toMatchObject({ number: 4, putAway: true });
    expect(result.items.map(({ leadersMean }: { leadersMean: number }) => leadersMean)).toEqual([1, 2, 3]);
    const second = await open({ opportunityIds: ids.slice(0, 3) });
    await handInAll(second.id);
    await office.client.data(SHELVE, { id: ids[2], version: 1 });
    expect(await office.client.errorCode(REVEAL, { id: second.id, version: 1 })).toBe('RANKING_TOO_FEW_ITEMS');
  });

  it('is refused by name where it cannot be', async () => {
    const refused = async (more: Record<string, unknown>) =>
      fieldsOf(await office.client.graphql(OPEN, { input: inputOf(more) }));
    const two = judges.slice(1).map(({ membershipId }) => membershipId);
    expect(await refused({ name: ' ', judgeIds: two, opportunityIds: ids.slice(1) })).toEqual([
      'name required',
      'judgeIds too_few',
      'opportunityIds too_few',
    ]);
    expect(await refused({ closesOn: '2020-01-01' })).toEqual(['closesOn in_the_past']);
    expect(await refused({ judgeIds: [...two, office.membershipId] })).toEqual(['judgeIds not_a_leader']);
    expect(await refused({ judgeIds: [...two, 'nonsense'] })).toEqual(['judgeIds unknown']);
    const another = await application.organization('Another');
    const stranger = await application.member(another, 'executive');
    expect(await refused({ judgeIds: [...two, stranger.membershipId] })).toEqual(['judgeIds unknown']);
    const foreign = await opportunity(1, another);
    expect(await refused({ opportunityIds: [...ids, foreign] })).toEqual(['opportunityIds unknown']);
    const gone = await application.member(organizationId, 'executive');
    await application.database.query(`UPDATE membership SET valid_to = now() WHERE id = $1`, [gone.membershipId]);
    expect(await refused({ judgeIds: [...two, gone.membershipId] })).toEqual(['judgeIds has_left']);
    const { id } = await open();
    await office.client.data(SHELVE, { id: ids[2], version: 1 });
    expect(await refused({})).toEqual(['opportunityIds put_away']);
    expect(await office.client.errorCode(AGREE, { id, version: 1, order: ids })).toBe('RANKING_NOT_REVEALED');
    expect(await office.client.errorCode(REVEAL, { id, version: 1 })).toBe('RANKING_TOO_FEW_JUDGES');
    await application.database.query(`UPDATE ranking_round SET closes_on = closes_on - 5 WHERE id = $1`, [id]);
    const late = await judge(judges[0]!, id, ids.slice(0, 2));
    expect(codeOf(late)).toBe('RANKING_DAY_PASSED');
    expect((await read(id, judges[0])).waitsForMe).toBe(false);
  });

  it('excuses judges who have not handed in, and keeps those who have', async () => {
    const { id } = await open();
    await judge(judges[0]!, id, ids);
    const more = await application.member(organizationId, 'executive');
    const idsOf = (...members: TestMember[]) => members.map(({ membershipId }) => membershipId);
    const update = (version: number, judgeIds: string[]) =>
      office.client.graphql(UPDATE, { id, version, input: changeOf({ judgeIds }) });
    expect(fieldsOf(await update(1, idsOf(judges[1]!, judges[2]!, more)))).toEqual(['judgeIds has_handed_in']);
    const changed = (await update(1, idsOf(judges[0]!, judges[1]!, more))).data.updateRankingRound;
    expect(changed).toMatchObject({ judgeCount: 3, version: 2 });
    expect(codeOf(await judge(judges[2]!, id, ids))).toBe('RANKING_EXCUSED');
    expect(await read(id, judges[2])).toMatchObject({ waitsForMe: false, iJudge: false, myOrder: null });
    expect((await update(2, idsOf(judges[0]!, judges[1]!, judges[2]!))).data.updateRankingRound).toMatchObject({
      judgeCount: 3,
    });
    expect((await judge(judges[2]!, id, ids)).errors).toBeUndefined();
    expect(codeOf(await update(1, idsOf(...judges)))).toBe('CONFLICT');
  });

  it('is ended once: whoever comes second or late is told what became of it', async () => {
    const { id } = await open();
    await handInAll(id);
    const second = await application.member(organizationId, 'programme_office');
    const both = await Promise.all([office, second].map(({ client }) => client.graphql(REVEAL, { id, version: 1 })));
    const lost = both.filter(({ errors }) => errors);
    expect(lost).toHaveLength(1);
    expect(lost[0]!.errors![0]!.extensions).toMatchObject({
      code: 'CONFLICT',
      current: { state: 'REVEALED', version: 2 },
    });
    expect(await office.client.errorCode(REVEAL, { id, version: 2 })).toBe('RANKING_REVEALED');
    expect(codeOf(await judge(judges[0]!, id, ids, 1))).toBe('RANKING_REVEALED');
    expect(await office.client.errorCode(UPDATE, { id, version: 2, input: changeOf() })).toBe('RANKING_REVEALED');
    const off = await open();
    await judge(judges[0]!, off.id, ids);
    const call = { id: off.id, version: 1, reason: ' ' };
    expect(fieldsOf(await office.client.graphql(CALL_OFF, call))).toEqual(['reason required']);
    const gone = (await office.client.data(CALL_OFF, { ...call, reason: 'Wrong list' })).callOffRankingRound;
    expect(gone).toMatchObject({ state: 'CALLED_OFF', calledOffReason: 'Wrong list', result: null });
    expect(codeOf(await judge(judges[0]!, off.id, ids, 1))).toBe('RANKING_CALLED_OFF');
  });

  it('is listed, the latest first, by words, state and what waits for me, in one statement', async () => {
    const one = await open({ name: 'Spring' });
    await open({ name: 'Autumn' });
    await office.client.data(CALL_OFF, { id: one.id, version: 1, reason: 'Too early' });
    const names = async (variables: Record<string, unknown>, by = office) =>
      (await by.client.data(LIST, variables)).rankingRounds.edges.map(
        ({ node }: { node: { name: string } }) => node.name,
      );
    expect(await names({})).toEqual(['Autumn', 'Spring']);
    expect(await names({ search: 'spr' })).toEqual(['Spring']);
    expect(await names({ states: ['JUDGING'] })).toEqual(['Autumn']);
    expect(await names({ waitingForMe: true })).toEqual([]);
    expect(await names({ waitingForMe: true }, judges[0])).toEqual(['Autumn']);
    const page = (await office.client.data(LIST, { first: 1 })).rankingRounds;
    expect(page).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
    expect(await names({ first: 1, after: page.pageInfo.endCursor })).toEqual(['Spring']);
    expect(await countStatements(() => names({}))).toBe(ONE_READ);
  });

  it('is opened and ended by the office alone, judged by judges alone, and nothing to another organisation', async () => {
    const touchpointId = await painOf(ids[0]!, 4, 50);
    const { id } = await open();
    for (const role of ['executive', 'team_lead', 'contributor', 'administrator'] as const) {
      const { client } = await application.member(organizationId, role);
      expect((await client.data(ONE, { id })).rankingRound).toMatchObject({ mayUpdate: false, iJudge: false });
      expect(await client.errorCode(OPEN, { input: inputOf() })).toBe('FORBIDDEN');
      expect(await client.errorCode(REVEAL, { id, version: 1 })).toBe('FORBIDDEN');
      expect(await client.errorCode(UPDATE, { id, version: 1, input: changeOf() })).toBe('FORBIDDEN');
      expect(await client.errorCode(AGREE, { id, version: 1, order: ids })).toBe('FORBIDDEN');
      expect(await client.errorCode(WEIGH, { touchpointId, version: 0, input: {} })).toBe('FORBIDDEN');
      expect(await client.errorCode(JUDGE, { roundId: id, version: 0, order: ids, handIn: true })).toBe('FORBIDDEN');
    }
    expect(await office.client.errorCode(JUDGE, { roundId: id, version: 0, order: ids, handIn: true })).toBe(
      'FORBIDDEN',
    );
    const another = await application.organization('Another');
    const other = await application.member(another, 'programme_office');
    const leader = await application.member(another, 'executive');
    expect((await other.client.data(LIST)).rankingRounds.totalCount).toBe(0);
    for (const each of [id, 'nonsense']) {
      expect(await other.client.errorCode(ONE, { id: each })).toBe('NOT_FOUND');
      expect(await other.client.errorCode(REVEAL, { id: each, version: 1 })).toBe('NOT_FOUND');
      expect(await other.client.errorCode(UPDATE, { id: each, version: 1, input: changeOf() })).toBe('NOT_FOUND');
      expect(await other.client.errorCode(AGREE, { id: each, version: 1, order: ids })).toBe('NOT_FOUND');
      expect(await leader.client.errorCode(JUDGE, { roundId: each, version: 0, order: ids, handIn: true })).toBe(
        'NOT_FOUND',
      );
      expect(
        await other.client.errorCode(WEIGH, { touchpointId: each === id ? touchpointId : each, version: 0, input: {} }),
      ).toBe('NOT_FOUND');
    }
  });
});
