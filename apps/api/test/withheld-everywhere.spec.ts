import { startTestApplication, type TestApplication, type TestMember } from './test-application.js';
import { EvaluateAlertsService } from '../src/features/alerts/evaluate-alerts.service.js';
import { ObservedFactory } from '../src/features/observations/observed.factory.js';
import { type Measured, measuredAtlas, monthStart } from '../src/features/scorecards/measured-atlas.factory.js';
import { newId } from '../src/platform/database/unit-of-work.js';
import { systemIn } from './alerts.js';

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
const LINES = `query ($id: ID!, $segments: [String!]!, $grain: Grain!, $from: DateTime!, $to: DateTime!) {
  metricSegmentLines(metricId: $id, dimension: "class", segments: $segments, grain: $grain, from: $from, to: $to) {
    lines { segment points { bucket value n suppressed } } } }`;
const SEGMENTS = `query ($id: ID!, $grain: Grain!, $from: DateTime!, $to: DateTime!) {
  metricSegments(metricId: $id, dimension: "class", grain: $grain, from: $from, to: $to) {
    n segments { edges { node { segment value n suppressed } } } } }`;
const ROWS = `query ($id: ID!, $from: DateTime!, $to: DateTime!) {
  metricObservations(metricId: $id, grain: MONTH, from: $from, to: $to) { totalCount } }`;
const WORK = `{ myWork { touchpoints { metrics { points { n } } } } }`;
const PLAN = `query ($initiativeId: ID!, $input: EffectInput!) {
  planEffect(initiativeId: $initiativeId, input: $input) { plan { baselineN } baseline { n } } }`;
const BEGIN = `mutation { createInitiative(input: { title: "Two desks more" }) { id } }`;
const ALERT = `query ($id: ID!) { alert(id: $id) { series { n } evidence { n } latest { n } } }`;

/** Of a quarter that is over: few in its first month, and its last month the smaller one of the others. */
const [FEW, MANY, LATEST] = [3, 40, 30];
/** Of the whole quarter: too few in Plus, so that First may not be shown either. */
const [PLUS, FIRST] = [3, 10];
const ECO = FEW + MANY + LATEST - PLUS - FIRST;
const CLASSES = ['Eco', 'First', 'Plus'];

describe('what one page withholds', () => {
  let application: TestApplication;
  let office: TestMember;
  let atlas: Measured;
  let csat: string;
  let organizationId: string;
  const back = (new Date().getUTCMonth() % 3) + 1;
  const months = [monthStart(back + 2), monthStart(back + 1), monthStart(back)] as const;
  const [first, middle, last] = months;

  beforeAll(async () => {
    application = await startTestApplication();
    organizationId = await application.organization('Harbour Bank');
    office = await application.member(organizationId, 'programme_office');
    atlas = await measuredAtlas(application, organizationId);
    const { objectiveId } = await atlas.objective('Grow', 'Trust');
    const hung = { touchpoint: atlas.counter, objective: objectiveId };
    const definition = { class: 'perception', aggregation: 'csat', unit: '%', direction: 'higher' } as const;
    csat = await atlas.metric('csat', { ...definition, scale: [1, 5] }, hung);
    await application.database.query(`UPDATE metric_version SET cadence_days = 30 WHERE metric_id = $1`, [csat]);
    const observed = new ObservedFactory(
      application,
      CLASSES.map((name) => JSON.stringify({ class: name })),
    );
    const place = { principal: { kind: 'system', organizationId, name: 'test' }, metricId: csat } as const;
    const rows = [FEW, MANY, LATEST].flatMap((people, month) =>
      Array.from({ length: people }, (_, person) => ({
        key: 1000 * month + person + 1,
        at: Date.parse(months[month]!) + 9 * 86_400_000 + person * 60_000,
        value: 1 + (person % 5),
        set: month !== 1 || person >= PLUS + FIRST ? 0 : person < PLUS ? 2 : 1,
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

  it('no work of a team shows, and no list of single answers', async () => {
    await atlas.insert('team_membership', { id: newId(), team_id: atlas.team, membership_id: office.membershipId });
    const [counter] = (await ask(WORK)).myWork.touchpoints;
    expect(counter.metrics).toEqual([{ points: [{ n: null }, { n: MANY }, { n: null }] }]);
    const ends = [middle, last, monthStart(back - 1)];
    for (const [at, from] of months.entries()) {
      const rows = office.client.graphql(ROWS, { id: csat, from, to: ends[at] });
      if (from === middle) expect((await rows).data!['metricObservations']).toEqual({ totalCount: MANY });
      else expect((await rows).errors![0]!.extensions['code']).toBe('TOO_FEW_TO_SHOW');
    }
  });

  it('no alert speaks of or shows', async () => {
    const judge = (now: string) =>
      application.app.get(EvaluateAlertsService).evaluate(systemIn(organizationId), [csat], new Date(now));
    await atlas.target(csat, 100, -400);
    // As if judged after each of the months.
    for (const now of [middle, last, monthStart(back - 1)]) await judge(now);
    const alerts = await application.database.query<{ id: string }>('SELECT id FROM alert WHERE metric_id = $1', [
      csat,
    ]);
    expect(alerts.length).toBeGreaterThan(0);
    for (const { id } of alerts) {
      const { series: points, evidence, latest } = (await ask(ALERT, { id })).alert;
      expect(points).toEqual([{ n: null }, { n: MANY }, { n: null }]);
      for (const { n } of [evidence, latest]) expect([null, MANY]).toContain(n);
    }
  });

  it('no line of a segment shows, whichever are chosen beside it', async () => {
    const choices = Array.from({ length: 2 ** CLASSES.length }, (_, choice) =>
      CLASSES.filter((_name, place) => choice & (1 << place)),
    );
    const shown: Record<string, Record<string, (number | null)[]>> = {
      QUARTER: { '': [FEW + MANY + LATEST], Eco: [ECO], First: [null], Plus: [null] },
      // The quarter less its months would be what is withheld, of everybody as of a segment.
      MONTH: { '': [null, MANY, null], Eco: [null, null, null], First: [null], Plus: [null] },
    };
    for (const [grain, told] of Object.entries(shown))
      for (const segments of choices) {
        const asked = { id: csat, segments, grain, from: first, to: monthStart(back - 1) };
        const { lines } = (await ask(LINES, asked)).metricSegmentLines;
        const sizes = lines.map(({ segment, points }: { segment: string | null; points: { n: number | null }[] }) => [
          segment ?? '',
          points.map(({ n }) => n),
        ]);
        expect(sizes).toEqual(['', ...segments].map((segment) => [segment, told[segment]]));
      }
  });

  it('no table of segments shows', async () => {
    const range = { id: csat, from: first, to: monthStart(back - 1) };
    const table = async (grain: string) => {
      const { n, segments } = (await ask(SEGMENTS, { ...range, grain })).metricSegments;
      return [n, ...segments.edges.map(({ node }: { node: { segment: string; n: number } }) => [node.segment, node.n])];
    };
    const [all, few, none] = [
      ['Eco', ECO],
      ['First', null],
      ['Plus', null],
    ];
    expect(await table('QUARTER')).toEqual([FEW + MANY + LATEST, all, few, none]);
    expect(await table('MONTH')).toEqual([MANY, ['Eco', null], few, none]);
  });

  it('no two windows of the ecosystem differ by', async () => {
    const sizes = new Set<number>();
    for (let window = 1; window <= 7; window += 1)
      for (const row of (await ask(ECOSYSTEM, { months: window })).ecosystem.rows)
        for (const { n } of row.cells) if (n > 0) sizes.add(n);
    expect([...sizes]).toEqual([MANY]);
  });

  it('no plan of an effect counts, whatever its baseline, its grain and its segment', async () => {
    const initiativeId = (await office.client.data(BEGIN)).createInitiative.id;
    const day = (moment: string, later = 0) =>
      new Date(Date.parse(moment) + later * 86_400_000).toISOString().slice(0, 10);
    const end = monthStart(back - 1);
    const whole = { metricId: csat, direction: 'UP', expectedChange: 10, method: 'BEFORE_AFTER', minimumN: 2 };
    const sizes: Record<string, Set<number>> = {};
    for (const grain of ['DAY', 'WEEK', 'MONTH'])
      for (const segment of [null, ...CLASSES])
        for (const from of [day(first), day(first, 9), day(middle), day(last)])
          for (const to of [day(middle), day(last), day(last, 10), day(end)]) {
            if (from >= to) continue;
            const window = { baselineFrom: from, baselineTo: to, launchOn: day(end), evaluateOn: day(end, 90) };
            const of = segment ? { segment: { dimension: 'class', value: segment } } : {};
            const input = { ...whole, ...window, ...of, grain };
            const { plan, baseline } = (await ask(PLAN, { initiativeId, input })).planEffect;
            for (const n of [plan?.baselineN, baseline?.n]) if (n) (sizes[segment ?? ''] ??= new Set()).add(n);
          }
    expect(sizes).toEqual({ '': new Set([MANY]) });
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
