import pg from 'pg';
import { SampleProgrammeService } from '../src/features/sample/index.js';
import { startTestApplication, type TestApplication } from './test-application.js';

const TEMPLATE = 'sample_programme';

/** With the sample programme in it: loaded by the first suite that asks, and copied for every one. */
export async function startSampleApplication(environment: Record<string, string> = {}): Promise<TestApplication> {
  await loadOnce();
  return startTestApplication(environment, TEMPLATE);
}

async function loadOnce(): Promise<void> {
  const admin = new pg.Client({ connectionString: process.env['TEST_SUPERUSER_URL'] });
  await admin.connect();
  try {
    // Suites in other processes wait; the end of the connection lets go.
    await admin.query(`SELECT pg_advisory_lock(hashtext('${TEMPLATE}'))`);
    const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [TEMPLATE]);
    if (rowCount) return;
    const application = await startTestApplication({ RUN_WORKERS: 'true' });
    await application.app.get(SampleProgrammeService).load();
    await application.app.close();
    await application.database.keepAs(TEMPLATE);
  } finally {
    await admin.end();
  }
}
