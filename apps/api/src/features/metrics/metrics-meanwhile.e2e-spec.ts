import pg from 'pg';
import { eventually } from '../../../test/eventually.js';
import { addMetric } from '../../../test/metrics.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';

const TARGET = `mutation ($id: ID!) {
  createMetricTarget(metricId: $id, input: { dueOn: "2040-01-01", value: 3 }) { targets { id version } } }`;
const NOTE = `mutation ($id: ID!) {
  createMetricAnnotation(metricId: $id, notedOn: "2026-03-01", text: "Storm") { annotations { id version } } }`;
const UNTARGET = 'mutation ($id: ID!, $version: Int!) { deleteMetricTarget(id: $id, version: $version) { id } }';
const UNNOTE = 'mutation ($id: ID!, $version: Int!) { deleteMetricAnnotation(id: $id, version: $version) { id } }';

describe('while somebody else changes a metric', () => {
  let application: TestApplication;
  let organizationId: string;
  let office: TestMember;
  let id: string;
  let holder: pg.Client;

  beforeAll(async () => {
    application = await startTestApplication();
    organizationId = await application.organization('Harbour Bank');
    office = await application.member(organizationId, 'programme_office');
    id = await addMetric(application.database, organizationId, { key: 'queue' });
    holder = new pg.Client({ connectionString: application.database.urls.owner });
    await holder.connect();
  });
  afterAll(async () => {
    await holder.end();
    await application.close();
  });

  /** The other one holds the metric and has changed a part of it, and is done when the removal waits for them. */
  const removedMeanwhile = async (removal: string, part: { id: string; version: number }, change: string) => {
    await holder.query('BEGIN');
    await holder.query(`SELECT set_config('app.organization_id', $1, true)`, [organizationId]);
    await holder.query('SELECT FROM metric WHERE organization_id = $1 AND id = $2 FOR UPDATE', [organizationId, id]);
    const running = office.client.graphql(removal, part);
    await eventually(
      () =>
        application.database.query(
          `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
             AND query LIKE '%FROM metric%'`,
        ),
      (found) => found.length > 0,
    );
    await holder.query(change, [organizationId, part.id]);
    await holder.query('COMMIT');
    return (await running).errors?.[0]?.extensions;
  };

  it('a target that got another value is not removed by whoever saw the old one, who is shown the new one', async () => {
    const [target] = (await office.client.data(TARGET, { id })).createMetricTarget.targets;
    const change = 'UPDATE metric_target SET value = 5, version = 2 WHERE organization_id = $1 AND id = $2';
    expect(await removedMeanwhile(UNTARGET, target, change)).toMatchObject({
      code: 'CONFLICT',
      current: { value: 5, version: 2 },
    });
    expect(await office.client.errorCode(UNTARGET, { id: target.id, version: 2 })).toBeUndefined();
  });

  it('a note that was reworded is not removed by whoever saw the old words, who is shown the new ones', async () => {
    const [note] = (await office.client.data(NOTE, { id })).createMetricAnnotation.annotations;
    const change = `UPDATE metric_annotation SET text = 'Strike', version = 2 WHERE organization_id = $1 AND id = $2`;
    expect(await removedMeanwhile(UNNOTE, note, change)).toMatchObject({
      code: 'CONFLICT',
      current: { text: 'Strike', version: 2 },
    });
    expect(await office.client.errorCode(UNNOTE, { id: note.id, version: 2 })).toBeUndefined();
  });
});
