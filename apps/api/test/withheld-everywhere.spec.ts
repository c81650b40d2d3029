import { startTestApplication, type TestApplication, type TestMember } from './test-application.js';
import { ObservedFactory } from '../src/features/observations/observed.factory.js';
import { type Measured, measuredAtlas, monthStart } from '../src/features/scorecards/measured-atlas.factory.js';

const SERIES = `query ($id: ID!, $grain: Grain!, $from: DateTime!, $to: DateTime!) {
  metricSeries(metricId: $id, grain: $grain, from: $from, to: $to) { points { bucket n suppressed } } }`;
const COMPARE = `query ($id: ID!, $period: PeriodInput!, $reference: PeriodInput!) {
  compareMetricPeriods(metricId: $id, grain: MONTH, period: $period, reference: $reference) { period { n withheld } } }`;
const PULSE = `query ($id: ID!) { touchpointPulse(touchpointId: $id) { points { bucket n suppressed } } }`;
const MAP = `query ($id: ID!) { journeyMap(id: $id) { metrics { value n suppressed } } }`;
const CARD = `query ($id: ID!) { touchpointScorecard(id: $id) { metrics { latest { n } months { n } } } }`;
const HEALTH = `query ($id: ID!) { journeyHealth(id: $id) { stages { touchpoints { metrics { months { n } } } } } }`;
const STATUS = `{ objectiveStatus { goals { objectives { metrics { months { n } } } } } }`;
const CASCADE = `{ goalCascade { goals { objectives { metrics { n measuredIn } } } } }`;
const ECOSYSTEM = `query ($months: Int!) { ecosystem(measure: PERCEPTION, months: $months) { rows { cells { n } } } }`;

/** Of a quarter that is over: few in its first month, and its last month the smaller one of the others. */
const [FEW, MANY, LATEST] = [3, 40, 30];

describe('what one page withholds', () => {
  let application: TestApplication;
  let office: TestMember;
  let atlas: Measured;
  let csat: string;
  const back = (new Date().getUTCMonth() % 3) + 1;
  const months = [monthStart(back + 2), monthStart(back + 1), monthStart(back)] as const;
  const [first, middle, last] = months;

  beforeAll(async () => {
    application = await startTestApplication();
    const organizationId = await application.organization('Harbour Bank');
    office = await application.member(organizationId, 'programme_office');
    atlas = await measuredAtlas(application, organizationId);
    const { objectiveId } = await atlas.objective('Grow', 'Trust');
    const hung = { touchpoint: atlas.counter, objective: objectiveId };
    const definition = { class: 'perception', aggregation: 'csat', unit: '%', direction: 'higher' } as const;
    csat = await atlas.metric('csat', { ...definition, scale: [1, 5] }, hung);
    await application.database.query(`UPDATE metric_version SET cadence_days = 30 WHERE metric_id = $1`, [csat]);
    const observed = new ObservedFactory(application, ['{}']);
    const place = { principal: { kind: 'system', organizationId, name: 'test' }, metricId: csat } as const;
    const rows = [FEW, MANY, LATEST].flatMap((people, month) =>
      Array.from({ length: people }, (_, person) => ({
        key: 1000 * month + person + 1,
        at: Date.parse(months[month]!) + 9 * 86_400_000 + person * 60_000,
        value: 1 + (person % 5),
        set: 0,
      })),
    );
    await observed.bringIn(place, rows);
    await observed.recompute(place);
  });
  afterAll(() => application.close());

  const ask = (query: string, variables: Record<string, unknown> = {}) => office.client.data(query, variables);
  const series = async (grain: string) =>
    (await ask(SERIES, { id: csat, grain, from: first, to: monthStart(back - 1) })).metricSeries.points;

  it('is withheld by the month beside its quarter', async () => {
    expect(await series('QUARTER')).toMatchObject([{ n: FEW + MANY + LATEST, suppressed: false }]);
    expect(await series('MONTH')).toMatchObject([
      { n: null, suppressed: true },
      { n: MANY, suppressed: false },
      { n: null, suppressed: true },
    ]);
    expect((await series('WEEK')).every(({ n }: { n: number | null }) => n === null || n === MANY)).toBe(true);
  });

  it('no pulse shows', async () => {
    const [{ points }] = (await ask(PULSE, { id: atlas.counter })).touchpointPulse;
    expect(points.map(({ n }: { n: number | null }) => n)).toEqual([null, MANY, null]);
  });

  it('no map shows, and no goal: that takes the month that may be shown', async () => {
    const { metrics } = (await ask(MAP, { id: atlas.journeyId })).journeyMap;
    expect(metrics).toEqual([{ value: null, n: null, suppressed: true }]);
    const [goal] = (await ask(CASCADE)).goalCascade.goals;
    expect(goal.objectives[0].metrics).toEqual([{ n: MANY, measuredIn: middle }]);
  });

  it('no scorecard, health or status shows', async () => {
    const [card] = (await ask(CARD, { id: atlas.counter })).touchpointScorecard.metrics;
    expect(card).toEqual({ latest: { n: MANY }, months: [{ n: MANY }] });
    const { stages } = (await ask(HEALTH, { id: atlas.journeyId })).journeyHealth;
    expect(stages[0].touchpoints[0].metrics).toEqual([{ months: [{ n: MANY }] }]);
    const [goal] = (await ask(STATUS)).objectiveStatus.goals;
    expect(goal.objectives[0].metrics).toEqual([{ months: [{ n: MANY }] }]);
  });

  it('no two windows of the ecosystem differ by', async () => {
    const sizes = new Set<number>();
    for (let window = 1; window <= 7; window += 1)
      for (const row of (await ask(ECOSYSTEM, { months: window })).ecosystem.rows)
        for (const { n } of row.cells) if (n > 0) sizes.add(n);
    expect([...sizes]).toEqual([MANY]);
  });

  it('no comparison of periods counts, however its edges lie', async () => {
    const end = monthStart(back - 1);
    const edges = [first, new Date(Date.parse(first) + 9 * 86_400_000 + 60_000).toISOString(), middle, last];
    for (const from of edges)
      for (const to of [middle, last, new Date(Date.parse(last) + 9.5 * 86_400_000).toISOString(), end]) {
        if (from >= to) continue;
        const reference = { from: '2020-01-01T00:00:00Z', to: '2020-02-01T00:00:00Z' };
        const { period } = (await ask(COMPARE, { id: csat, period: { from, to }, reference })).compareMetricPeriods;
        expect([null, 0, MANY]).toContain(period.n);
      }
  });
});
