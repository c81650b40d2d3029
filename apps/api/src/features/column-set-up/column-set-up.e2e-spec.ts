import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';
import { freshKey } from './metric-key.js';

const SET_UP = `mutation ($input: ColumnSetUpInput!, $key: String) { setUpColumns(input: $input, idempotencyKey: $key) {
  journeyId columns { column metricId metricName touchpointId } } }`;
const METRIC = `query ($id: ID!) { metric(id: $id) { key name ownerTeamName definition { aggregation scaleMinimum scaleMaximum notApplicable }
  links { kind name } } }`;
const TOUCHPOINTS = '{ touchpoints { edges { node { id name accountableTeamName } } } }';
const MAP = `query ($id: ID!) { journeyMap(id: $id) { name stages { name placements { name } } } }`;

const rating = {
  class: 'PERCEPTION',
  category: 'PERCEPTION',
  aggregation: 'CSAT',
  unit: '%',
  direction: 'HIGHER',
  scaleMinimum: 1,
  scaleMaximum: 5,
  notApplicable: [0],
};

describe('setting up what a file speaks about', () => {
  let application: TestApplication;
  let organizationId: string;
  let officer: TestMember;
  let teamId: string;
  let airlines = 0;

  beforeAll(async () => {
    application = await startTestApplication();
  });
  beforeEach(async () => {
    organizationId = await application.organization(`Airline ${(airlines += 1)}`);
    officer = await application.member(organizationId, 'programme_office');
    const unit = 'mutation { createBusinessUnit(name: "Airline") { id } }';
    const { createBusinessUnit } = await officer.client.data(unit);
    const team = 'mutation ($unit: ID!) { createTeam(name: "Cabin", businessUnitId: $unit, kind: SERVICE) { id } }';
    teamId = (await officer.client.data(team, { unit: createBusinessUnit.id })).createTeam.id;
  });
  afterAll(() => application.close());

  const column = (index: number, name: string, stage: string | null = null) => ({
    column: index,
    name,
    definition: rating,
    teamId,
    touchpoint: stage === null ? null : { name, channel: 'FIELD', stage },
  });
  const count = async () => {
    const [row] = await application.database.query<Record<'metrics' | 'touchpoints' | 'journeys', number>>(
      `SELECT (SELECT count(*)::int FROM metric WHERE organization_id = $1) AS metrics,
         (SELECT count(*)::int FROM touchpoint WHERE organization_id = $1) AS touchpoints,
         (SELECT count(*)::int FROM journey WHERE organization_id = $1) AS journeys`,
      [organizationId],
    );
    return row;
  };

  it('makes metrics, touchpoints in their stages, links and owners in one act', async () => {
    const columns = [
      column(7, 'Online boarding', 'At the airport'),
      column(8, 'Seat comfort', 'In the air'),
      column(9, 'Cleanliness', 'In the air'),
      { ...column(10, 'Departure delay'), definition: { ...rating, ...DELAY }, stage: 'at the airport' },
      { ...column(11, 'Satisfaction'), ofJourney: true },
    ];
    const input = { columns, journey: { name: 'A flight' } };
    const { setUpColumns: made } = await officer.client.data(SET_UP, { input, key: 'one-set-up-only' });
    expect(made.columns.map((each: { column: number }) => each.column)).toEqual([7, 8, 9, 10, 11]);
    expect(made.columns[3].touchpointId).toBeNull();
    const linksOf = async (index: number) =>
      (await officer.client.data(METRIC, { id: made.columns[index].metricId })).metric.links;
    expect(await linksOf(3)).toEqual([{ kind: 'STAGE', name: 'At the airport' }]);
    expect(await linksOf(4)).toEqual([{ kind: 'JOURNEY', name: 'A flight' }]);
    const { metric } = await officer.client.data(METRIC, { id: made.columns[1].metricId });
    expect(metric).toEqual({
      key: 'seat_comfort',
      name: 'Seat comfort',
      ownerTeamName: 'Cabin',
      definition: { aggregation: 'CSAT', scaleMinimum: 1, scaleMaximum: 5, notApplicable: [0] },
      links: [{ kind: 'TOUCHPOINT', name: 'Seat comfort' }],
    });
    const { journeyMap } = await officer.client.data(MAP, { id: made.journeyId });
    expect(journeyMap).toEqual({
      name: 'A flight',
      stages: [
        { name: 'At the airport', placements: [{ name: 'Online boarding' }] },
        { name: 'In the air', placements: [{ name: 'Seat comfort' }, { name: 'Cleanliness' }] },
      ],
    });
    const owners = (await officer.client.data(TOUCHPOINTS)).touchpoints.edges.map(
      ({ node }: { node: { accountableTeamName: string } }) => node.accountableTeamName,
    );
    expect(owners).toEqual(['Cabin', 'Cabin', 'Cabin']);

    // Asked again because the answer was lost, it does nothing again.
    expect((await officer.client.data(SET_UP, { input, key: 'one-set-up-only' })).setUpColumns).toEqual(made);
    expect(await count()).toEqual({ metrics: 5, touchpoints: 3, journeys: 1 });
  });

  it('uses the touchpoints and the stages that there are', async () => {
    const first = { columns: [column(0, 'Seat comfort', 'In the air')], journey: { name: 'A flight' } };
    const { setUpColumns: one } = await officer.client.data(SET_UP, { input: first });
    const again = {
      ...column(1, 'Seat comfort, asked by mail'),
      touchpoint: { name: ' seat COMFORT', channel: 'FIELD', stage: 'in the air' },
    };
    const { setUpColumns: two } = await officer.client.data(SET_UP, {
      input: { columns: [again, column(2, 'Meal', 'In the air')], journey: { id: one.journeyId } },
    });
    expect(two.columns[0].touchpointId).toBe(one.columns[0].touchpointId);
    const { journeyMap } = await officer.client.data(MAP, { id: one.journeyId });
    expect(journeyMap.stages).toEqual([
      { name: 'In the air', placements: [{ name: 'Seat comfort' }, { name: 'Meal' }] },
    ]);
  });

  it('names every name that is taken, and then makes nothing', async () => {
    await officer.client.data(SET_UP, { input: { columns: [column(0, 'Meal')] } });
    const input = {
      columns: [column(0, 'Seat', 'Air'), column(1, 'meal'), column(2, 'seat')],
      journey: { name: 'A flight' },
    };
    const { errors } = await officer.client.graphql(SET_UP, { input });
    expect(errors![0]!.extensions).toMatchObject({
      code: 'VALIDATION',
      fields: [
        { path: 'columns.1.name', code: 'metric_name_taken' },
        { path: 'columns.2.name', code: 'metric_name_taken' },
      ],
    });
    const halfScale = { ...column(0, 'Wifi'), definition: { ...rating, scaleMaximum: null } };
    const wrong = await officer.client.graphql(SET_UP, {
      input: { columns: [column(1, 'Seat', 'Air'), halfScale], journey: { name: 'A flight' } },
    });
    expect(wrong.errors![0]!.extensions.fields).toEqual([
      expect.objectContaining({ path: 'columns.1.definition.scaleMaximum', code: 'scale_half' }),
    ]);
    expect(await count()).toEqual({ metrics: 1, touchpoints: 0, journeys: 0 });
  });

  it('is the programme office’s, and stays within the organisation', async () => {
    const input = { columns: [column(0, 'Meal')] };
    for (const role of ['team_lead', 'administrator', 'executive', 'contributor'] as const) {
      const { client } = await application.member(organizationId, role);
      expect(await client.errorCode(SET_UP, { input })).toBe('FORBIDDEN');
    }
    const { setUpColumns } = await officer.client.data(SET_UP, {
      input: { columns: [column(0, 'Seat', 'Air')], journey: { name: 'A flight' } },
    });
    const other = await application.member(await application.organization('Other'), 'programme_office');
    expect(await other.client.errorCode(SET_UP, { input })).toBe('NOT_FOUND');
    const there = { ...column(0, 'Wifi', 'Air'), teamId: null };
    const journey = { id: setUpColumns.journeyId };
    expect(await other.client.errorCode(SET_UP, { input: { columns: [there], journey } })).toBe('NOT_FOUND');
  });
});

const DELAY = {
  class: 'STATE',
  category: 'OPERATIONAL',
  aggregation: 'MEAN',
  unit: 'minutes',
  direction: 'LOWER',
  scaleMinimum: null,
  scaleMaximum: null,
  notApplicable: [],
};

describe('freshKey', () => {
  it.each([
    ['Seat comfort', 'seat_comfort'],
    ['  2nd Flight – Wifi! ', 'nd_flight_wifi'],
    ['Café', 'cafe'],
    ['座椅舒适度', 'metric_1'],
  ])('makes of “%s” the key %s', (name, key) => {
    expect(freshKey(name, new Set())).toBe(key);
  });
  it('makes no key twice', () => {
    const taken = new Set(['wait']);
    expect([
      freshKey('Wait', taken),
      freshKey('wait', taken),
      freshKey('等待', taken),
      freshKey('时长', taken),
    ]).toEqual(['wait_2', 'wait_3', 'metric_1', 'metric_2']);
  });
});
