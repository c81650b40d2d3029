import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Ran, runTouchstone } from '../../test/run-touchstone.js';
import { startTestApplication, type TestApplication } from '../../test/test-application.js';

const folder = mkdtempSync(join(tmpdir(), 'touchstone-feedback-command-'));
const SLOW = 60_000;

describe('importing feedback from the command line', () => {
  let application: TestApplication;

  const file = (name: string, content: string): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const importing = (...parameters: string[]): Promise<Ran> =>
    runTouchstone(['import-feedback', ...parameters], {
      DATABASE_URL: application.database.urls.owner,
      SECRET_KEY: application.config.secretKey,
      DATA_DIR: folder,
    });
  const stored = () => application.database.query('SELECT text, source FROM feedback ORDER BY said_at');

  beforeAll(async () => {
    application = await startTestApplication();
    await application.organization('Harbour Bank');
  });
  afterAll(async () => {
    await application.close();
    rmSync(folder, { recursive: true });
  });

  it(
    'takes a good file once, and says what it left out',
    async () => {
      const path = file(
        'said.csv',
        'when,Q12,mood\n2026-03-01,排队太久,sad\n2026-03-02,Too slow,sad\n2026-03-02,Too slow,\n',
      );
      const told = [path, '--source', 'Hotline', '--map', 'when=time', '--map', 'Q12=text'];
      const looked = await importing(...told, '--dry-run', '--json');
      expect(looked.code).toBe(0);
      expect(JSON.parse(looked.out)).toMatchObject({ dryRun: true, items: 2, duplicates: 1 });
      expect(await stored()).toEqual([]);
      expect(await importing(...told)).toEqual({
        code: 0,
        out: '2 items of feedback added to Harbour Bank from 3 rows.\nRows that add nothing: 1 in the file more than once.\nColumns left out: mood.\n',
        err: '',
      });
      expect(await stored()).toEqual([
        { text: '排队太久', source: 'service_desk' },
        { text: 'Too slow', source: 'service_desk' },
      ]);
      const again = await importing(...told, '--json');
      expect(JSON.parse(again.out)).toMatchObject({ state: 'completed', added: 0, repeated: 2 });
    },
    SLOW,
  );

  it(
    'says what is wrong with a call or a file, and imports nothing of it',
    async () => {
      const before = await stored();
      const bad = file('bad.csv', 'date,comment\n2026-13-01,Slow service today\n2026-01-01,Nobody answered\n');
      const [noDate, nonsense, refused] = await Promise.all([
        importing(file('undated.csv', 'comment\nNobody answered\n')),
        importing(bad, '--map', 'what=time', '--map', 'date=nonsense', '--source', 'pigeon', '--touchpoint', 'Moon'),
        importing(bad),
      ]);
      expect(noDate).toMatchObject({ code: 2, out: '', err: expect.stringContaining('or --date') });
      expect(nonsense.code).toBe(2);
      for (const said of ['no column “what”', '“nonsense” is nothing', 'no source “pigeon”', 'no touchpoint “Moon”'])
        expect(nonsense.err).toContain(said);
      expect(refused).toMatchObject({
        code: 1,
        out: expect.stringContaining('row 2, column “date”: This is not a date'),
      });
      expect(await stored()).toEqual(before);
      expect(await importing(bad, '--accept-good')).toMatchObject({ code: 3 });
      expect(await stored()).toHaveLength(before.length + 1);
    },
    SLOW,
  );
});
