import { countStatements, ONE_READ } from '../../../test/count-statements.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';

const CREATE = `mutation ($key: String!, $name: String!) { createMetric(input: { key: $key, name: $name, definition: {
  class: STATE, category: OPERATIONAL, aggregation: MEAN, unit: "min", direction: LOWER } }) { id version } }`;
const RENAME = `mutation ($id: ID!, $version: Int!) { updateMetric(id: $id, version: $version, name: "Queueing") { id } }`;
const TARGET = `mutation ($id: ID!, $input: MetricTargetInput!) {
  createMetricTarget(metricId: $id, input: $input) { targets { id version } } }`;
const RETARGET = `mutation ($id: ID!, $version: Int!, $input: MetricTargetInput!) {
  updateMetricTarget(id: $id, version: $version, input: $input) { targets { id version } } }`;
const UNTARGET = `mutation ($id: ID!, $version: Int!) { deleteMetricTarget(id: $id, version: $version) { id } }`;
const CONFLICT = `mutation ($id: ID!, $other: ID!) {
  declareMetricConflict(metricId: $id, otherMetricId: $other, reason: "Quick is rude") { id } }`;
const HISTORY = `query ($id: ID!, $first: Int, $after: String) { metricHistory(id: $id, first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { node { actorName act changes } } } }`;

interface Edit {
  readonly actorName: string | null;
  readonly act: string;
  readonly changes: Record<string, unknown>;
}

describe('the history of a metric', () => {
  let application: TestApplication;
  let organizationId: string;
  let office: TestMember;

  beforeAll(async () => {
    application = await startTestApplication();
    organizationId = await application.organization('Harbour Bank');
    office = await application.member(organizationId, 'programme_office');
  });
  afterAll(() => application.close());

  const history = async (reader: TestMember, variables: Record<string, unknown>): Promise<Edit[]> =>
    (await reader.client.data(HISTORY, variables)).metricHistory.edges.map(({ node }: { node: Edit }) => node);

  it('tells of the metric and of its parts, also those that are gone, to whoever may read it', async () => {
    const { createMetric: metric } = await office.client.data(CREATE, { key: 'waiting', name: 'Waiting' });
    const { createMetric: other } = await office.client.data(CREATE, { key: 'kindness', name: 'Kindness' });
    const { id } = metric;
    await office.client.data(RENAME, { id, version: metric.version });
    const dueOn = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);
    const input = { dueOn, value: 10 };
    const { targets } = (await office.client.data(TARGET, { id, input })).createMetricTarget;
    const [target] = targets;
    await office.client.data(RETARGET, { id: target.id, version: target.version, input: { dueOn, value: 8 } });
    await office.client.data(UNTARGET, { id: target.id, version: target.version + 1 });
    await office.client.data(CONFLICT, { id: other.id, other: id });

    const executive = await application.member(organizationId, 'executive');
    let edits: Edit[] = [];
    expect(await countStatements(async () => void (edits = await history(executive, { id })))).toBe(ONE_READ);
    expect(edits.map(({ act }) => act)).toEqual([
      'metric_conflict.declared',
      'metric_target.deleted',
      'metric_target.updated',
      'metric_target.created',
      'metric.updated',
      'metric.created',
    ]);
    expect(edits[2]?.changes).toEqual({ value: { before: 10, after: 8 } });
    expect(edits[4]?.changes).toMatchObject({ name: { before: 'Waiting', after: 'Queueing' } });
    expect(edits[0]?.actorName).toMatch(/\S/);
    expect((await history(executive, { id: other.id })).map(({ act }) => act)).toEqual([
      'metric_conflict.declared',
      'metric.created',
    ]);

    const { metricHistory: page } = await executive.client.data(HISTORY, { id, first: 4 });
    expect(page).toMatchObject({ totalCount: 6, pageInfo: { hasNextPage: true } });
    expect(await history(executive, { id, first: 4, after: page.pageInfo.endCursor })).toHaveLength(2);

    const outsider = await application.member(await application.organization('Another'), 'administrator');
    expect(await history(outsider, { id })).toEqual([]);
    expect(await outsider.client.errorCode(HISTORY, { id: 'nonsense' })).toBe('NOT_FOUND');
  });
});
