import { countStatements, ONE_READ } from '../../../test/count-statements.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';
import { type Measured, measuredAtlas } from './measured-atlas.factory.js';

const STANDING = `key outlook suppressed freshness score change projected comparableFrom
  latest { value lower upper n } target { value } months { value } ownerTeamName`;
const HEALTH = `score band confidence withheld emotion { mean asked judged } perception { score metrics n }
  targets { met judged } coverage { touchpoints owned measured fresh known stale }`;
const JOURNEY = `query ($id: ID!) { journeyHealth(id: $id) { name health { ${HEALTH} }
  stages { name lifecycle health { ${HEALTH} } touchpoints { name teamName metrics { ${STANDING} } } } } }`;
const MANY = `query ($ids: [ID!]!) { journeyHealths(ids: $ids) { journeyId health { score withheld } } }`;
const TOUCHPOINT = `query ($id: ID!) { touchpointScorecard(id: $id) { name teamName metrics { ${STANDING} } places { journeyName stageName } } }`;
const TOTALS = `touchpoints measured fresh metrics perception n outlooks { outlook count }`;
const ORGANIZATION = `{ organizationScorecard { unowned totals { ${TOTALS} } units { name totals { ${TOTALS} } } teams { name totals { ${TOTALS} } } } }`;
const STATUS = `{ objectiveStatus { outlooks { outlook count } goals { name outlook objectives { name outlook metrics { ${STANDING} } } } } }`;

describe('scorecards', () => {
  let application: TestApplication;
  let organizationId: string;
  let office: TestMember;
  let atlas: Measured;

  beforeAll(async () => {
    application = await startTestApplication();
  });
  beforeEach(async () => {
    organizationId = await application.organization('Harbour Bank');
    office = await application.member(organizationId, 'programme_office');
    atlas = await measuredAtlas(application, organizationId);
  });
  afterAll(() => application.close());

  const journey = async (id: string, member = office) => (await member.client.data(JOURNEY, { id })).journeyHealth;
  const CSAT = { class: 'perception', aggregation: 'csat', unit: '%', direction: 'higher', scale: [1, 5] } as const;
  const WAIT = { class: 'state', aggregation: 'mean', unit: 'min', direction: 'lower', scale: null } as const;

  it('say how a journey goes by what is asked, measured and agreed, and how far that is known', async () => {
    const { counter, app, stage, journeyId } = atlas;
    const csat = await atlas.metric('csat', CSAT, { touchpoint: counter });
    await atlas.month(csat, 0, [5, 5, 4, 4, 2]);
    const wait = await atlas.metric('wait', WAIT, { touchpoint: app, owner: atlas.team });
    await atlas.month(wait, 0, [3, 5]);
    await atlas.target(wait, 5, 30);
    await atlas.feel(counter, 2, { n: 40 });
    await atlas.feel(app, -1, { judgedBy: 'Workshop' });

    const found = await journey(journeyId);
    expect(found.health).toMatchObject({
      withheld: null,
      confidence: 'HIGH',
      band: 'GOOD',
      emotion: { mean: 0.5, asked: 1, judged: 1 },
      perception: { score: 80, metrics: 1, n: 5 },
      targets: { met: 1, judged: 1 },
      coverage: { touchpoints: 2, owned: 1, measured: 2, fresh: 2, known: 2, stale: 0 },
    });
    expect(found.health.score).toBeCloseTo((100 * 3.5) / 6 / 3 + 80 / 3 + 100 / 3, 8);
    expect(found.stages).toMatchObject([
      {
        name: stage,
        lifecycle: 'PURCHASE',
        touchpoints: [
          { name: 'Counter', teamName: 'Branches', metrics: [{ key: 'csat', latest: { value: 80, n: 5 } }] },
          { name: 'App', teamName: null, metrics: [{ key: 'wait', outlook: 'MET', ownerTeamName: 'Branches' }] },
        ],
      },
    ]);
    expect((await office.client.data(MANY, { ids: [journeyId] })).journeyHealths).toEqual([
      { journeyId, health: { score: found.health.score, withheld: null } },
    ]);
  });

  it('withhold a score where too little is known, and never show what too few people said', async () => {
    const { counter, journeyId } = atlas;
    expect((await journey(journeyId)).health).toMatchObject({ score: null, withheld: 'TOO_LITTLE_KNOWN' });
    // A judged emotion is an opinion: it makes nothing known.
    await atlas.feel(counter, 3, { judgedBy: 'Us' });
    expect((await journey(journeyId)).health).toMatchObject({ score: null, emotion: { mean: 3, judged: 1 } });

    const csat = await atlas.metric('csat', CSAT, { touchpoint: counter });
    await atlas.month(csat, 0, [5, 5, 5, 1]);
    const card = async () => (await office.client.data(TOUCHPOINT, { id: counter })).touchpointScorecard;
    expect(await card()).toMatchObject({
      teamName: 'Branches',
      metrics: [{ key: 'csat', suppressed: true, latest: null, score: null, months: [], outlook: 'NO_TARGET' }],
      places: [{ journeyName: 'Open an account' }],
    });
    expect((await journey(journeyId)).health.perception).toEqual({ score: null, metrics: 0, n: 0 });
    // A month of the quarter before has enough: it is shown, with its own date and number.
    await atlas.month(csat, 3, [5, 5, 4, 4, 4, 1]);
    expect((await card()).metrics).toMatchObject([{ suppressed: false, latest: { n: 6 }, months: [{}] }]);
  });

  it('judge the pace towards a target, leave out what lies before a break, and read formulas month by month', async () => {
    const { counter } = atlas;
    const wait = await atlas.metric('wait', WAIT, { touchpoint: counter });
    const standing = async (key = 'wait') =>
      (await office.client.data(TOUCHPOINT, { id: counter })).touchpointScorecard.metrics.find(
        (metric: { key: string }) => metric.key === key,
      );
    await atlas.target(wait, 5, 200);
    expect(await standing()).toMatchObject({ outlook: 'NO_DATA', freshness: 'NONE' });
    // The month that runs counts while it is the only one, and no longer.
    await atlas.month(wait, 0, [99]);
    expect(await standing()).toMatchObject({ latest: { value: 99 } });
    await atlas.month(wait, 1, [9]);
    expect(await standing()).toMatchObject({ outlook: 'OPEN', freshness: 'FRESH' });
    await atlas.month(wait, 2, [10]);
    await atlas.month(wait, 3, [11]);
    await atlas.month(wait, 4, [12]);
    expect(await standing()).toMatchObject({ outlook: 'ON_COURSE', change: 'NOT_TESTED', months: { length: 4 } });
    await atlas.month(wait, 5, [2]);
    expect(await standing()).toMatchObject({ outlook: 'AT_RISK' });
    await atlas.breakAt(wait, 3);
    expect(await standing()).toMatchObject({ outlook: 'OPEN', months: { length: 3 } });

    const double = { class: 'state', aggregation: 'formula', unit: 'min', direction: 'lower', scale: null } as const;
    await atlas.metric('twice', double, { touchpoint: counter, formula: 'wait * 2' });
    expect(await standing('twice')).toMatchObject({ latest: { value: 18, n: null }, months: { length: 3 } });
  });

  it('add up over teams and units what they answer for, each metric once', async () => {
    const { counter, app } = atlas;
    const csat = await atlas.metric('csat', CSAT, { touchpoint: counter, owner: atlas.team });
    await atlas.month(csat, 0, [5, 5, 5, 5, 5]);
    await atlas.metric('wait', WAIT, { touchpoint: app });
    const { organizationScorecard } = await office.client.data(ORGANIZATION);
    const branches = {
      touchpoints: 1,
      measured: 1,
      fresh: 1,
      metrics: 1,
      perception: 100,
      n: 5,
      outlooks: [{ outlook: 'NO_TARGET', count: 1 }],
    };
    expect(organizationScorecard).toMatchObject({
      unowned: 1,
      totals: { touchpoints: 2, measured: 2, fresh: 1, metrics: 2 },
      units: [
        { name: 'North', totals: branches },
        { name: 'Retail', totals: branches },
      ],
      teams: [{ name: 'Branches', totals: branches }],
    });
  });

  it('show every objective on one page, judged by what was agreed for it, and as a file', async () => {
    const { goalId, objectiveId } = await atlas.objective('Grow deposits', 'Opened in ten minutes');
    await atlas.objective(null, 'Feel welcome');
    const wait = await atlas.metric('wait', WAIT, { objective: objectiveId });
    await atlas.month(wait, 0, [8, 10]);
    await atlas.target(wait, 5, 30);
    await atlas.target(wait, 10, 60, objectiveId);
    const { objectiveStatus } = await office.client.data(STATUS);
    expect(goalId).toBeTruthy();
    expect(objectiveStatus).toMatchObject({
      outlooks: [{ outlook: 'MET', count: 1 }],
      goals: [
        {
          name: 'Grow deposits',
          outlook: 'MET',
          objectives: [
            { outlook: 'MET', metrics: [{ key: 'wait', latest: { value: 9, n: 2 }, target: { value: 10 } }] },
          ],
        },
        { name: null, outlook: null, objectives: [{ name: 'Feel welcome', outlook: null, metrics: [] }] },
      ],
    });
    const executive = await application.member(organizationId, 'executive');
    const request = { method: 'GET', url: '/exports/objective-status.csv' } as const;
    const file = await executive.client.inject(request);
    expect(file.body).toContain('Grow deposits,Opened in ten minutes,wait,met,9,min,');
    const contributor = await application.member(organizationId, 'contributor');
    expect((await contributor.client.inject(request)).statusCode).toBe(403);
  });

  it('are one statement each, over roll-ups alone, whatever hangs in them', async () => {
    const { counter, journeyId } = atlas;
    const { objectiveId } = await atlas.objective('Grow', 'Fast');
    const reads = () => [
      () => journey(journeyId),
      () => office.client.data(MANY, { ids: [journeyId] }),
      () => office.client.data(TOUCHPOINT, { id: counter }),
      () => office.client.data(ORGANIZATION),
      () => office.client.data(STATUS),
    ];
    const counts = async () => {
      const found: number[] = [];
      for (const read of reads()) found.push(await countStatements(read));
      return found;
    };
    const few = await counts();
    for (let number = 0; number < 8; number += 1) {
      const metric = await atlas.metric(`m_${number}`, WAIT, { touchpoint: counter });
      await atlas.link(metric, 'objective_id', objectiveId);
      await atlas.month(metric, 0, [number]);
    }
    const wait = await atlas.metric('wait', WAIT, { touchpoint: counter });
    await atlas.rawRows(wait, 500);
    expect(await counts()).toEqual(few);
    expect(few).toEqual(reads().map(() => ONE_READ));
    // Raw rows that no roll-up has taken up change nothing.
    const { metrics } = (await office.client.data(TOUCHPOINT, { id: counter })).touchpointScorecard;
    expect(metrics.find(({ key }: { key: string }) => key === 'wait')).toMatchObject({ latest: null, months: [] });
  });

  it('are read by every role, and of another organisation do not exist', async () => {
    const { counter, journeyId } = atlas;
    for (const role of ['team_lead', 'executive', 'contributor', 'administrator'] as const) {
      const member = await application.member(organizationId, role);
      expect(await journey(journeyId, member)).toMatchObject({ name: 'Open an account' });
    }
    const other = await application.member(await application.organization('Another'), 'programme_office');
    for (const id of [journeyId, 'nonsense']) expect(await other.client.errorCode(JOURNEY, { id })).toBe('NOT_FOUND');
    expect(await other.client.errorCode(TOUCHPOINT, { id: counter })).toBe('NOT_FOUND');
    expect(await other.client.errorCode(MANY, { ids: [journeyId] })).toBe('NOT_FOUND');
    expect((await office.client.data(MANY, { ids: [] })).journeyHealths).toEqual([]);
    expect((await other.client.data(ORGANIZATION)).organizationScorecard).toMatchObject({ unowned: 0, teams: [] });
    expect((await other.client.data(STATUS)).objectiveStatus.goals).toEqual([]);
    const ids = Array.from({ length: 501 }, () => journeyId);
    expect(await office.client.errorCode(MANY, { ids })).toBe('VALIDATION');
  });
});
