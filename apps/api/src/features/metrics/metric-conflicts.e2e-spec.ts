import { addMetric } from '../../../test/metrics.js';
import { countStatements, ONE_READ } from '../../../test/count-statements.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';
import { newId } from '../../platform/database/unit-of-work.js';

const CONFLICTS = 'conflicts { id otherMetricId otherMetricName otherMetricArchived reason version }';
const ONE = `query ($id: ID!) { metric(id: $id) { id ${CONFLICTS} } }`;
const DECLARE = `mutation ($id: ID!, $other: ID!, $reason: String!) {
  declareMetricConflict(metricId: $id, otherMetricId: $other, reason: $reason) { id ${CONFLICTS} } }`;
const REWORD = `mutation ($id: ID!, $conflict: ID!, $version: Int!, $reason: String!) {
  rewordMetricConflict(metricId: $id, id: $conflict, version: $version, reason: $reason) { ${CONFLICTS} } }`;
const WITHDRAW = `mutation ($id: ID!, $conflict: ID!, $version: Int!) {
  withdrawMetricConflict(metricId: $id, id: $conflict, version: $version) { ${CONFLICTS} } }`;
const FINDINGS = `{ accountabilityFindings(kind: DECLARED_CONFLICT) {
  counts { kind class count }
  found { edges { node { kind class touchpointId touchpointName metricIds metricNames reason } } } } }`;
const REASON = 'Longer advice lengthens the queue';

describe('conflicts between metrics', () => {
  let application: TestApplication;
  let organizationId: string;
  let office: TestMember;
  let teamId: string;
  let queue: string;
  let advice: string;

  beforeAll(async () => {
    application = await startTestApplication();
  });
  beforeEach(async () => {
    organizationId = await application.organization('Harbour Bank');
    office = await application.member(organizationId, 'programme_office');
    const { createTeam } = await office.client.data('mutation { createTeam(name: "Tellers", kind: SERVICE) { id } }');
    teamId = createTeam.id;
    const add = (key: string, name: string, owner?: string) =>
      addMetric(application.database, organizationId, { key, name, teamId: owner });
    queue = await add('queue', 'Waiting time', teamId);
    advice = await add('advice', 'Satisfaction with advice');
  });
  afterAll(() => application.close());

  const declare = async (reason = REASON) =>
    (await office.client.data(DECLARE, { id: queue, other: advice, reason })).declareMetricConflict.conflicts[0];
  const conflictsOf = async (id: string) => (await office.client.data(ONE, { id })).metric.conflicts;
  const fields = async (variables: Record<string, unknown>) => {
    const { errors } = await office.client.graphql(DECLARE, { id: queue, other: advice, reason: REASON, ...variables });
    return (errors?.[0]?.extensions['fields'] as { path: string; code: string }[]).map(
      ({ path, code }) => `${path} ${code}`,
    );
  };

  it('are seen from both metrics, in the one statement of the page', async () => {
    const { id } = await declare();
    const seen = { id, otherMetricArchived: false, reason: REASON, version: 1 };
    expect(await conflictsOf(queue)).toEqual([
      { ...seen, otherMetricId: advice, otherMetricName: 'Satisfaction with advice' },
    ]);
    expect(await conflictsOf(advice)).toEqual([{ ...seen, otherMetricId: queue, otherMetricName: 'Waiting time' }]);
    expect(await countStatements(() => conflictsOf(queue))).toBe(ONE_READ);
  });

  it('are found in the accountability matrix where both metrics hang, with the reason and the way to them', async () => {
    const { createTouchpoint } = await office.client.data(
      'mutation { createTouchpoint(input: { name: "Counter", existence: EXISTING, channel: OTHER }) { id } }',
    );
    const touchpointId = createTouchpoint.id;
    const hang = (metricId: string) =>
      application.database.query(
        'INSERT INTO metric_link (organization_id, id, metric_id, touchpoint_id) VALUES ($1, $2, $3, $4)',
        [organizationId, newId(), metricId, touchpointId],
      );
    await hang(queue);
    const { id, version } = await declare();
    const found = async () =>
      (await office.client.data(FINDINGS)).accountabilityFindings.found.edges.map(({ node }: { node: object }) => node);
    expect(await found()).toEqual([]);
    await hang(advice);
    expect(await found()).toEqual([
      {
        kind: 'DECLARED_CONFLICT',
        class: 'CONFLICT',
        touchpointId,
        touchpointName: 'Counter',
        metricIds: [queue, advice],
        metricNames: ['Waiting time', 'Satisfaction with advice'],
        reason: REASON,
      },
    ]);
    expect(await countStatements(found)).toBe(ONE_READ);
    await office.client.data(WITHDRAW, { id: advice, conflict: id, version });
    expect(await found()).toEqual([]);
  });

  it('are declared once a pair, with a reason, between two metrics in use', async () => {
    await declare();
    expect(await fields({})).toEqual(['otherMetricId conflict_declared']);
    expect(await fields({ id: advice, other: queue })).toEqual(['otherMetricId conflict_declared']);
    expect(await fields({ other: queue })).toEqual(['otherMetricId conflict_with_itself']);
    expect(await fields({ reason: '  ' })).toEqual(['reason required']);
    expect(await fields({ reason: 'x'.repeat(2001) })).toEqual(['reason too_long']);
    const gone = await addMetric(application.database, organizationId, { key: 'gone' });
    await application.database.query('UPDATE metric SET archived_at = now() WHERE id = $1', [gone]);
    expect(await office.client.errorCode(DECLARE, { id: queue, other: gone, reason: REASON })).toBe('ARCHIVED');
  });

  it('are reworded and withdrawn over the version that was seen, and every act is on record', async () => {
    const { id: conflict } = await declare();
    await office.client.data(REWORD, { id: advice, conflict, version: 1, reason: 'Agreed: four minutes' });
    expect((await conflictsOf(queue))[0]).toMatchObject({ reason: 'Agreed: four minutes', version: 2 });
    expect(await office.client.errorCode(REWORD, { id: queue, conflict, version: 1, reason: 'Late' })).toBe('CONFLICT');
    expect(await office.client.errorCode(WITHDRAW, { id: queue, conflict, version: 1 })).toBe('CONFLICT');
    await office.client.data(WITHDRAW, { id: queue, conflict, version: 2 });
    expect(await conflictsOf(advice)).toEqual([]);
    expect(await office.client.errorCode(WITHDRAW, { id: queue, conflict, version: 2 })).toBe('NOT_FOUND');
    const acts = await application.database.query<{ act: string }>(
      `SELECT act FROM audit_event WHERE organization_id = $1 AND act LIKE 'metric_conflict.%' ORDER BY sequence`,
      [organizationId],
    );
    expect(acts.map(({ act }) => act)).toEqual([
      'metric_conflict.declared',
      'metric_conflict.reworded',
      'metric_conflict.withdrawn',
    ]);
  });

  it('are declared by a lead from a metric of the own team, by nobody else, and never across organisations', async () => {
    const lead = await application.member(organizationId, 'team_lead');
    const variables = { id: queue, other: advice, reason: REASON };
    expect(await lead.client.errorCode(DECLARE, variables)).toBe('NOT_FOUND');
    await application.database.query(
      `INSERT INTO team_membership (organization_id, id, team_id, membership_id, lead, valid_from)
       VALUES ($1, $2, $3, $4, true, '2020-01-01')`,
      [organizationId, newId(), teamId, lead.membershipId],
    );
    await lead.client.data(DECLARE, variables);
    expect(await lead.client.errorCode(DECLARE, { ...variables, id: advice, other: queue })).toBe('NOT_FOUND');
    const executive = await application.member(organizationId, 'executive');
    expect(await executive.client.errorCode(DECLARE, variables)).toBe('FORBIDDEN');

    const elsewhere = await application.organization('Another');
    const other = await application.member(elsewhere, 'programme_office');
    const theirs = await addMetric(application.database, elsewhere, { key: 'queue' });
    expect(await other.client.errorCode(DECLARE, { ...variables, id: theirs })).toBe('NOT_FOUND');
    const [{ id: conflict }] = await conflictsOf(queue);
    expect(await other.client.errorCode(WITHDRAW, { id: theirs, conflict, version: 1 })).toBe('NOT_FOUND');
    expect(await conflictsOf(queue)).toHaveLength(1);
  });
});
