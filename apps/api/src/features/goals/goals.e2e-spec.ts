import { countStatements, ONE_READ } from '../../../test/count-statements.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';

const CASCADE = `
  goals { id name dueOn version status findings objectives { ...Objective } }
  orphans { ...Objective } findings { finding count } archive { id part name version }`;
const FRAGMENT = `fragment Objective on CascadeObjective {
  id goalId name domains version status findings
  metrics { id key status findings actual lower upper n suppressed measuredIn target { dueOn value } } }`;
const READ = `query { goalCascade { ${CASCADE} } } ${FRAGMENT}`;
const act = (name: string, parameters: string, passed: string) =>
  `mutation (${parameters}) { act: ${name}(${passed}) { id cascade { ${CASCADE} } } } ${FRAGMENT}`;
const create = (name: string, input: string) => act(name, `$input: ${input}!`, 'input: $input');
const change = (name: string, input: string) =>
  act(name, `$id: ID!, $version: Int!, $input: ${input}!`, 'id: $id, version: $version, input: $input');
const put = (name: string) => act(name, '$id: ID!, $version: Int!', 'id: $id, version: $version');
const CREATE_GOAL = create('createGoal', 'GoalInput');
const CREATE_OBJECTIVE = create('createObjective', 'ObjectiveInput');
const METRIC = `mutation ($input: MetricInput!) { createMetric(input: $input) { id } }`;
const LINK = `mutation ($id: ID!, $object: ID!) { linkMetric(metricId: $id, kind: OBJECTIVE, objectId: $object) { id } }`;
const TARGET = `mutation ($id: ID!, $input: MetricTargetInput!) { createMetricTarget(metricId: $id, input: $input) { id } }`;

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const MEAN = { class: 'STATE', category: 'OPERATIONAL', aggregation: 'MEAN', unit: 'min', direction: 'LOWER' };
const CSAT = {
  class: 'PERCEPTION',
  category: 'PERCEPTION',
  aggregation: 'CSAT',
  unit: '%',
  direction: 'HIGHER',
  scaleMinimum: 1,
  scaleMaximum: 5,
};

describe('the goal cascade', () => {
  let application: TestApplication;
  let organizationId: string;
  let office: TestMember;

  beforeAll(async () => {
    application = await startTestApplication();
  });
  beforeEach(async () => {
    organizationId = await application.organization('Harbour Bank');
    office = await application.member(organizationId, 'programme_office');
  });
  afterAll(() => application.close());

  const read = async (member = office) => (await member.client.data(READ)).goalCascade;
  const goal = async (name: string): Promise<string> =>
    (await office.client.data(CREATE_GOAL, { input: { name } })).act.id;
  const objective = async (name: string, goalId: string | null): Promise<string> =>
    (await office.client.data(CREATE_OBJECTIVE, { input: { name, goalId, domains: ['CUSTOMER'] } })).act.id;
  const metric = async (key: string, definition: object, objectiveId?: string): Promise<string> => {
    const { createMetric } = await office.client.data(METRIC, { input: { key, name: key, definition } });
    if (objectiveId) await office.client.data(LINK, { id: createMetric.id, object: objectiveId });
    return createMetric.id;
  };
  const target = (id: string, dueOn: string, value: number, objectiveId?: string) =>
    office.client.data(TARGET, { id, input: { dueOn, value, objectiveId, historical: dueOn < inDays(0) } });
  const observe = async (metricId: string, values: readonly number[], bucket = '2026-05-01T00:00Z') => {
    const counts: Record<string, number> = {};
    for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
    await application.database.query(
      `INSERT INTO segment_set (organization_id, id, pairs) VALUES ($1, 0, '{}') ON CONFLICT DO NOTHING`,
      [organizationId],
    );
    const sum = values.reduce((all, value) => all + value, 0);
    await application.database.query(
      `INSERT INTO rollup (organization_id, metric_id, grain, segment_set_id, bucket, observations, n, sum,
         sum_of_squares, minimum, maximum, last_value, last_at, counts)
       VALUES ($1, $2, 'month', 0, $3::timestamptz, $4::int, $4::int, $5, $7, $8, $9, $9, $3::timestamptz, $6)`,
      [
        organizationId,
        metricId,
        bucket,
        values.length,
        sum,
        JSON.stringify(counts),
        values.reduce((all, value) => all + value * value, 0),
        Math.min(...values),
        Math.max(...values),
      ],
    );
  };
  /** Targets whose day has passed cannot be set any more; these were set in time. */
  const setInTime = () =>
    application.database.query(`UPDATE metric_target SET created_at = '2020-01-01' WHERE organization_id = $1`, [
      organizationId,
    ]);

  it('says at each joint whether it is met, and finds what hangs loose, in one statement', async () => {
    const growth = await goal('Grow deposits');
    await goal('Nothing follows from it');
    const [fast, spoken] = [await objective('Opened in ten minutes', growth), await objective('Feel welcome', growth)];
    const orphan = await objective('Heard at once', null);
    const wait = await metric('wait', MEAN, fast);
    await target(wait, inDays(30), 10, fast);
    await metric('loose', MEAN, orphan);

    const cascade = await read();
    expect(cascade.goals).toMatchObject([
      {
        name: 'Grow deposits',
        status: 'NO_DATA',
        findings: [],
        objectives: [
          { id: spoken, status: 'VERBAL', findings: ['OBJECTIVE_WITHOUT_METRIC'], metrics: [] },
          {
            id: fast,
            status: 'NO_DATA',
            findings: [],
            metrics: [{ key: 'wait', status: 'NO_DATA', target: { dueOn: inDays(30), value: 10 }, actual: null }],
          },
        ],
      },
      { name: 'Nothing follows from it', status: 'EMPTY', findings: ['GOAL_WITHOUT_OBJECTIVE'] },
    ]);
    expect(cascade.orphans).toMatchObject([
      {
        id: orphan,
        findings: ['OBJECTIVE_WITHOUT_GOAL'],
        metrics: [{ key: 'loose', status: 'NO_TARGET', findings: ['METRIC_WITHOUT_TARGET'] }],
      },
    ]);
    expect(cascade.findings).toEqual([
      { finding: 'GOAL_WITHOUT_OBJECTIVE', count: 1 },
      { finding: 'OBJECTIVE_WITHOUT_GOAL', count: 1 },
      { finding: 'OBJECTIVE_WITHOUT_METRIC', count: 1 },
      { finding: 'METRIC_WITHOUT_TARGET', count: 1 },
    ]);
    const few = await countStatements(() => read());
    for (let number = 0; number < 10; number += 1) {
      await metric(`m_${number}`, MEAN, await objective(`O ${number}`, growth));
    }
    expect([few, await countStatements(() => read())]).toEqual([ONE_READ, ONE_READ]);
  });

  it('judges by the numbers of the latest month, of formulas too, and withholds what few people said', async () => {
    const growth = await goal('Grow deposits');
    const fast = await objective('Opened in ten minutes', growth);
    const joint = async () => {
      const [{ status, objectives }] = (await read()).goals;
      return { status, metrics: objectives[0].metrics };
    };
    const wait = await metric('wait', MEAN, fast);
    await target(wait, inDays(-10), 10, fast);
    await setInTime();
    expect(await joint()).toMatchObject({ status: 'NO_DATA', metrics: [{ findings: ['TARGET_OVERDUE'] }] });
    await observe(wait, [12, 14], '2026-04-01');
    expect(await joint()).toMatchObject({ status: 'NOT_MET', metrics: [{ actual: 13, findings: ['TARGET_OVERDUE'] }] });
    await observe(wait, [8, 10]);
    expect(await joint()).toMatchObject({
      status: 'MET',
      metrics: [{ actual: 9, status: 'MET', findings: [], measuredIn: '2026-05-01T00:00:00.000Z' }],
    });

    const csat = await metric('csat', CSAT, fast);
    await target(csat, inDays(10), 80);
    await observe(csat, [5, 5, 4, 1]);
    const withheld = { key: 'csat', actual: null, n: null, suppressed: true, status: 'NO_DATA' };
    expect((await joint()).metrics[0]).toMatchObject(withheld);
    // In a quarter of its own: beside the four before, it would give them away.
    await observe(csat, [5, 5, 4, 5, 1], '2026-07-01');
    expect((await joint()).metrics[0]).toMatchObject({ actual: 80, n: 5, suppressed: false, status: 'MET' });

    const formula = { ...MEAN, aggregation: 'FORMULA', formula: 'wait * 2' };
    const double = await metric('double', formula, fast);
    await target(double, inDays(10), 15);
    expect((await joint()).metrics[1]).toMatchObject({ key: 'double', actual: 18, status: 'OPEN' });
  });

  it('says the same of a metric as the status of objectives does', async () => {
    const fast = await objective('Opened in ten minutes', await goal('Grow deposits'));
    const wait = await metric('wait', MEAN, fast);
    const csat = await metric('csat', CSAT, fast);
    const queue = await metric('queue', MEAN, fast);
    await metric('both', { ...MEAN, aggregation: 'FORMULA', formula: 'wait + queue' }, fast);
    await observe(queue, [1, 3], '2026-05-01');
    await observe(wait, [8, 10], '2026-05-01');
    await observe(csat, [5, 5, 4, 5, 1], '2026-05-01');
    // A newer month that may not be shown, and one that only a part of the formula has.
    await observe(csat, [1, 1], '2026-07-01');
    await observe(wait, [20, 22], '2026-07-01');
    const cascade = (await read()).goals[0].objectives[0].metrics.map(
      ({ id, actual, lower, upper, n, measuredIn }: Record<string, unknown>) => ({
        metricId: id,
        latest: { value: actual, lower, upper, n, month: measuredIn },
      }),
    );
    const { objectiveStatus } = await office.client.data(
      `{ objectiveStatus { goals { objectives { metrics { metricId latest { value lower upper n month } } } } } }`,
    );
    expect(cascade).toEqual(objectiveStatus.goals[0].objectives[0].metrics);
    expect(cascade.map(({ latest }: { latest: { value: number } }) => latest.value)).toEqual([11, 80, 2, 21]);
  });

  it('lets goals and objectives be changed, put away and brought back', async () => {
    const growth = await goal('Grow deposits');
    const fast = await objective('Opened in ten minutes', growth);
    const renamed = { id: growth, version: 1, input: { name: 'Grow', statement: 'Ten per cent', dueOn: '2027-12-31' } };
    const update = change('updateGoal', 'GoalInput');
    expect((await office.client.data(update, renamed)).act.cascade.goals).toMatchObject([
      { name: 'Grow', dueOn: '2027-12-31', version: 2 },
    ]);
    expect(await office.client.errorCode(update, renamed)).toBe('CONFLICT');
    const none = { id: fast, version: 1, input: { name: 'Fast', goalId: growth, domains: [] } };
    expect(await office.client.errorCode(change('updateObjective', 'ObjectiveInput'), none)).toBe('VALIDATION');

    const { cascade } = (await office.client.data(put('archiveGoal'), { id: growth, version: 2 })).act;
    expect(cascade).toMatchObject({
      goals: [],
      orphans: [{ id: fast, goalId: null, findings: ['OBJECTIVE_WITHOUT_GOAL', 'OBJECTIVE_WITHOUT_METRIC'] }],
      archive: [{ id: growth, part: 'GOAL', version: 3 }],
    });
    const into = { input: { name: 'More', goalId: growth, domains: ['BRAND'] } };
    expect(await office.client.errorCode(CREATE_OBJECTIVE, into)).toBe('ARCHIVED');
    const back = (await office.client.data(put('restoreGoal'), { id: growth, version: 3 })).act.cascade;
    expect(back.goals[0].objectives).toMatchObject([{ id: fast }]);

    await office.client.data(put('archiveObjective'), { id: fast, version: 1 });
    expect((await read()).goals[0]).toMatchObject({ findings: ['GOAL_WITHOUT_OBJECTIVE'] });
    await office.client.data(put('restoreObjective'), { id: fast, version: 2 });
    expect((await read()).goals[0].objectives).toHaveLength(1);
  });

  it('is read by everybody, drawn by the office, and of another organisation does not exist', async () => {
    const growth = await goal('Grow deposits');
    for (const role of ['team_lead', 'executive', 'contributor', 'administrator'] as const) {
      const member = await application.member(organizationId, role);
      expect((await read(member)).goals).toHaveLength(1);
      expect(await member.client.errorCode(CREATE_GOAL, { input: { name: 'Mine' } })).toBe('FORBIDDEN');
      expect(await member.client.errorCode(put('archiveGoal'), { id: growth, version: 1 })).toBe('FORBIDDEN');
    }
    const other = await application.member(await application.organization('Another'), 'programme_office');
    expect(await read(other)).toEqual({ goals: [], orphans: [], findings: [], archive: [] });
    for (const id of [growth, 'nonsense']) {
      expect(await other.client.errorCode(put('archiveGoal'), { id, version: 1 })).toBe('NOT_FOUND');
      const input = { name: 'Mine', goalId: id, domains: ['CUSTOMER'] };
      expect(await other.client.errorCode(CREATE_OBJECTIVE, { input })).toBe('NOT_FOUND');
    }
  });
});
