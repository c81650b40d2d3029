import pg from 'pg';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';

const VERIFY = 'mutation { verifyAudit { intact brokenAtSequence headHash } }';
const CREATE_TEAM = 'mutation ($name: String!) { createTeam(name: $name, kind: OTHER) { id } }';
const LENGTH = 8;

/** For a value of each type, one that differs. */
const ANOTHER: Readonly<Record<string, (column: string) => string>> = {
  uuid: () => 'gen_random_uuid()',
  bigint: (column) => `${column} + 1000`,
  text: (column) => `coalesce(${column}, '') || 'x'`,
  'timestamp with time zone': (column) => `${column} + interval '1 microsecond'`,
  jsonb: (column) => `${column} || '{"forged": true}'`,
  bytea: (column) => `sha256(${column})`,
};

describe('tampering with the audit trail', () => {
  let application: TestApplication;
  let organizationId: string;
  let otherOrganization: string;
  let administrator: TestMember;

  beforeAll(async () => {
    application = await startTestApplication();
    otherOrganization = await application.organization('Another');
  });
  beforeEach(async () => {
    organizationId = await application.organization('Harbour Bank');
    administrator = await application.member(organizationId, 'administrator');
    for (let number = 4; number <= LENGTH; number += 1) {
      await administrator.client.data(CREATE_TEAM, { name: `Team ${number}` });
    }
  });
  afterAll(() => application.close());

  const tamper = (sql: string) => application.database.query(sql.replaceAll(':organization', `'${organizationId}'`));
  const verdict = async () => (await administrator.client.data(VERIFY)).verifyAudit;
  const brokenAt = (sequence: number) => ({ intact: false, brokenAtSequence: sequence, headHash: null });

  it('finds nothing where nothing was done', async () => {
    expect(await verdict()).toMatchObject({ intact: true, brokenAtSequence: null });
  });

  it('is found in any column of any event', async () => {
    const columns = await application.database.query<{ name: string; type: string }>(
      `SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
       WHERE attrelid = 'audit_event'::regclass AND attnum > 0 AND NOT attisdropped`,
    );
    expect(columns.length).toBeGreaterThanOrEqual(11);
    await tamper('CREATE TABLE kept_event AS TABLE audit_event');
    await tamper('CREATE TABLE kept_head AS TABLE audit_head');
    const found: Record<string, number | null> = {};
    for (const { name, type } of columns) {
      const another = name === 'organization_id' ? () => `'${otherOrganization}'` : ANOTHER[type];
      if (!another) throw new Error(`Say how a ${type} is tampered with: the column ${name} is new.`);
      await tamper(
        `UPDATE audit_event SET ${name} = ${another(name)} WHERE organization_id = :organization AND sequence = 5`,
      );
      found[name] = (await verdict()).brokenAtSequence;
      for (const table of ['event', 'head']) {
        await tamper(`TRUNCATE audit_${table}`);
        await tamper(`INSERT INTO audit_${table} SELECT * FROM kept_${table}`);
      }
    }
    await tamper('DROP TABLE kept_event, kept_head');
    expect(found).toEqual(Object.fromEntries(columns.map(({ name }) => [name, 5])));
    expect(await verdict()).toMatchObject({ intact: true });
  });

  it.each([
    ['the first event is removed', 'DELETE FROM audit_event WHERE organization_id = :organization AND sequence = 1', 1],
    ['one is removed', 'DELETE FROM audit_event WHERE organization_id = :organization AND sequence = 4', 4],
    [
      'the last is removed',
      `DELETE FROM audit_event WHERE organization_id = :organization AND sequence = ${LENGTH}`,
      LENGTH,
    ],
    ['all are removed', 'DELETE FROM audit_event WHERE organization_id = :organization', 1],
    [
      'one is removed and the gap closed',
      `DELETE FROM audit_event WHERE organization_id = :organization AND sequence = 4;
       UPDATE audit_event SET sequence = -sequence WHERE organization_id = :organization AND sequence > 4;
       UPDATE audit_event SET sequence = -sequence - 1 WHERE organization_id = :organization AND sequence < 0`,
      4,
    ],
    [
      'one is put in between',
      `UPDATE audit_event SET sequence = -sequence WHERE organization_id = :organization AND sequence >= 6;
       UPDATE audit_event SET sequence = -sequence + 1 WHERE organization_id = :organization AND sequence < 0;
       INSERT INTO audit_event SELECT organization_id, 6, gen_random_uuid(), occurred_at, actor_kind, actor_id, act,
         object_kind, object_id, changes, hash FROM audit_event WHERE organization_id = :organization AND sequence = 5`,
      6,
    ],
    [
      'one is put before the first',
      `INSERT INTO audit_event SELECT organization_id, 0, gen_random_uuid(), occurred_at, actor_kind, actor_id, act,
         object_kind, object_id, changes, hash FROM audit_event WHERE organization_id = :organization AND sequence = 1`,
      1,
    ],
    [
      'one is added at the end, chained as it should be',
      `WITH last AS (SELECT * FROM audit_event WHERE organization_id = :organization AND sequence = ${LENGTH}),
       forged AS (SELECT organization_id, sequence + 1, gen_random_uuid(), occurred_at, actor_kind, actor_id, act,
         object_kind, object_id, changes, hash FROM last),
       added AS (INSERT INTO audit_event SELECT * FROM forged)
       SELECT 1;
       UPDATE audit_event e SET hash = sha256(l.hash || convert_to(audit_canonical(e), 'UTF8'))
       FROM audit_event l WHERE e.organization_id = :organization AND e.sequence = ${LENGTH + 1}
         AND l.organization_id = :organization AND l.sequence = ${LENGTH}`,
      LENGTH + 1,
    ],
    [
      'two change places',
      `UPDATE audit_event SET sequence = -sequence WHERE organization_id = :organization AND sequence IN (3, 5);
       UPDATE audit_event SET sequence = 8 + sequence WHERE organization_id = :organization AND sequence < 0`,
      3,
    ],
    [
      'one is rewritten and its hash with it',
      `UPDATE audit_event SET act = 'nothing.happened' WHERE organization_id = :organization AND sequence = 4;
       UPDATE audit_event e SET hash = sha256(l.hash || convert_to(audit_canonical(e), 'UTF8'))
       FROM audit_event l WHERE e.organization_id = :organization AND e.sequence = 4
         AND l.organization_id = :organization AND l.sequence = 3`,
      5,
    ],
    ['the head is set back', 'UPDATE audit_head SET sequence = 6 WHERE organization_id = :organization', 7],
    ['the head is forged', `UPDATE audit_head SET hash = sha256('x') WHERE organization_id = :organization`, LENGTH],
    ['the head is gone', 'DELETE FROM audit_head WHERE organization_id = :organization', 1],
  ])('is found where %s', async (_, sql, sequence) => {
    for (const statement of sql.split(';')) await tamper(statement);
    expect(await verdict()).toEqual(brokenAt(sequence));
  });

  it('is beyond the roles under which the application and its workers run', async () => {
    for (const role of ['touchstone_app', 'touchstone_worker']) {
      const client = new pg.Client({ connectionString: application.database.urls.app, options: `-c role=${role}` });
      await client.connect();
      try {
        await client.query(`SELECT set_config('app.organization_id', $1, false)`, [organizationId]);
        const { rows } = await client.query('SELECT count(*)::int FROM audit_event');
        expect(rows).toEqual([{ count: LENGTH }]);
        for (const sql of [
          `UPDATE audit_event SET act = 'x'`,
          'DELETE FROM audit_event',
          'TRUNCATE audit_event',
          'DELETE FROM audit_head',
          'DROP TABLE audit_event',
          'ALTER TABLE audit_event DISABLE ROW LEVEL SECURITY',
          `CREATE OR REPLACE FUNCTION audit_canonical(e audit_event) RETURNS text LANGUAGE sql AS 'SELECT $$$$'`,
        ]) {
          await expect(client.query(sql)).rejects.toMatchObject({ code: '42501' });
        }
      } finally {
        await client.end();
      }
    }
  });
});
