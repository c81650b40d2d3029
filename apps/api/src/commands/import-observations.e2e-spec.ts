import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addMetric } from '../../test/metrics.js';
import { type Ran, runTouchstone } from '../../test/run-touchstone.js';
import { startTestApplication, type TestApplication } from '../../test/test-application.js';

const folder = mkdtempSync(join(tmpdir(), 'touchstone-observations-command-'));
const SLOW = 60_000;

describe('importing observations from the command line', () => {
  let application: TestApplication;
  let organizationId: string;

  const file = (name: string, content: string): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const importing = (...parameters: string[]): Promise<Ran> =>
    runTouchstone(['import-observations', ...parameters], {
      DATABASE_URL: application.database.urls.owner,
      SECRET_KEY: application.config.secretKey,
      DATA_DIR: folder,
    });
  const stored = () => application.database.query('SELECT value FROM observation ORDER BY value');

  beforeAll(async () => {
    application = await startTestApplication();
    organizationId = await application.organization('Northwind Air');
    await addMetric(application.database, organizationId, { key: 'departure_delay', name: 'Departure delay' });
  });
  afterAll(async () => {
    await application.close();
    rmSync(folder, { recursive: true });
  });

  it(
    'takes a good file once, with its roll-ups, and says what it left out',
    async () => {
      const path = file('delays.csv', 'id,class,Departure delay,gate\n1,Eco,12,7\n2,Business,0,9\n');
      const dated = [path, '--date', '2026-03-01', '--map', 'class=segment'];
      const looked = await importing(...dated, '--dry-run', '--json');
      expect(looked.code).toBe(0);
      expect(JSON.parse(looked.out)).toMatchObject({ dryRun: true, observations: 2, mapping: { identity: 'key' } });
      expect(await stored()).toEqual([]);

      expect(await importing(...dated)).toEqual({
        code: 0,
        out: '2 observations added to Northwind Air from 2 good rows of 2.\nColumns left out: gate.\n',
        err: '',
      });
      const [month] = await application.database.query(
        `SELECT n, sum FROM rollup WHERE organization_id = $1 AND grain = 'month' AND segment_set_id = 0`,
        [organizationId],
      );
      expect(month).toEqual({ n: 2, sum: 12 });
      const again = await importing(...dated, '--json');
      expect(JSON.parse(again.out)).toMatchObject({ state: 'completed', added: 0, repeated: 2 });
      expect(await stored()).toHaveLength(2);
    },
    SLOW,
  );

  it(
    'says what is wrong with a call or a file, and imports nothing of it',
    async () => {
      const bad = file('bad.csv', 'date,Departure delay\n2026-13-01,5\n2026-01-01,7\n');
      const [noDate, nonsense, refused] = await Promise.all([
        importing(file('undated.csv', 'id,Departure delay\n9,1\n')),
        importing(bad, '--map', 'what=time', '--map', 'date=nonsense', '--metric', 'speed'),
        importing(bad),
      ]);
      expect(noDate).toMatchObject({ code: 2, out: '', err: expect.stringContaining('or --date') });
      expect(nonsense.code).toBe(2);
      expect(nonsense.err).toContain('The table has no column “what”; it has “date”');
      expect(nonsense.err).toContain('“nonsense” is nothing that a column can hold');
      expect(nonsense.err).toContain('There is no metric “speed”');
      expect(refused).toMatchObject({
        code: 1,
        out: expect.stringContaining('row 2, column “date”: This is not a date'),
      });
      expect(await stored()).toHaveLength(2);
      const good = await importing(bad, '--accept-good');
      expect(good).toMatchObject({ code: 3, out: expect.stringContaining('1 observation added') });
      expect(await stored()).toHaveLength(3);
    },
    SLOW,
  );
});
