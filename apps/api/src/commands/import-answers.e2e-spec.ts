import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { eventually } from '../../test/eventually.js';
import { type Ran, type Running, runTouchstone, startTouchstone } from '../../test/run-touchstone.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../test/test-application.js';
import { openWave, type OpenedWave } from '../../test/wave.js';

const folder = mkdtempSync(join(tmpdir(), 'touchstone-import-command-'));
const SLOW = 60_000;

/** Each test has a wave of its own, so that none sees what another imported. */
describe('importing answers from the command line', () => {
  let application: TestApplication;
  let officer: TestMember;
  let wave: OpenedWave;
  let waves = 0;

  const environment = () => ({
    DATABASE_URL: application.database.urls.owner,
    SECRET_KEY: application.config.secretKey,
    DATA_DIR: folder,
  });
  const file = (name: string, content: string | Buffer): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const start = (...parameters: string[]): Running =>
    startTouchstone(['import-answers', '--assessment', wave.name, ...parameters], environment());
  const importing = (...parameters: string[]): Promise<Ran> => start(...parameters).ended;
  const json = ({ out }: Ran) => JSON.parse(out);
  const stored = async () => {
    const rows = await application.database.query<{ line: string }>(
      `SELECT g.name || ': ' || a.item_id || ' = ' || coalesce(a.value::text, 'n/a') AS line
       FROM answer a JOIN submission s ON s.id = a.submission_id JOIN rater_group g ON g.id = s.rater_group_id
       WHERE s.assessment_id = $1 ORDER BY line`,
      [wave.id],
    );
    return rows.map(({ line }) => line);
  };

  beforeAll(async () => {
    application = await startTestApplication();
    officer = await application.member(await application.organization('Harbour Bank'), 'programme_office');
  });
  beforeEach(async () => {
    waves += 1;
    wave = await openWave(officer.client, `Wave ${waves}`);
  });
  afterAll(async () => {
    await application.close();
    rmSync(folder, { recursive: true });
  });

  it(
    'takes a good file once, and says what it left out',
    async () => {
      const [first, second] = wave.itemIds as [string, string];
      const path = file(
        'good.csv',
        `key;group;${first};${second};Shoe size\nE1;Executives;3;4;44\nE2;Front line;2;N/A;41\n`,
      );
      expect(await importing(path)).toEqual({
        code: 0,
        out: `4 answers imported into ${wave.name}: 2 good rows of 2.\nColumns left out: Shoe size.\n`,
        err: '',
      });
      const lines = await stored();
      expect(lines).toEqual(
        [
          `Executives: ${first} = 3`,
          `Executives: ${second} = 4`,
          `Front line: ${first} = 2`,
          `Front line: ${second} = n/a`,
        ].sort(),
      );
      const again = await importing(path, '--json');
      expect(again.code).toBe(0);
      expect(json(again)).toMatchObject({ state: 'completed', answers: 0, duplicates: 2, problems: [] });
      expect(await stored()).toEqual(lines);
    },
    SLOW,
  );

  it(
    'imports nothing of a file with a problem, or its good rows where that is asked for, and names every problem',
    async () => {
      const [first, second] = wave.itemIds as [string, string];
      const path = file('bad.csv', `key,dept,${first},${second}\nE1,Filiale,3,9\nE2,Filiale,2,1\nE3,Keller,2,1\n`);
      const said = ['--map', 'dept=group', '--group-value', 'Filiale=Front line'];

      const looked = await importing(path, ...said, '--dry-run', '--json');
      expect(looked.code).toBe(3);
      const { problems, mapping } = json(looked);
      expect(problems).toEqual([
        expect.objectContaining({ row: 2, column: second, code: 'OUT_OF_SCALE', value: '9' }),
        expect.objectContaining({ row: 4, column: 'dept', code: 'UNKNOWN_GROUP', value: 'Keller' }),
      ]);
      expect(await stored()).toEqual([]);

      const refused = await importing(path, ...said);
      expect(refused).toMatchObject({ code: 1, err: '' });
      expect(refused.out).toContain(`Nothing was imported into ${wave.name}: 2 rows of 3 have problems.`);
      expect(refused.out).toContain(`  row 2, column “${second}”: This value is not on the scale.`);
      expect(refused.out).toContain('There stands: Keller');
      expect(await stored()).toEqual([]);

      const saved = file('mapping.json', JSON.stringify(mapping));
      const good = await importing(path, '--mapping', saved, '--accept-good', '--json');
      expect(good.code).toBe(3);
      expect(json(good)).toMatchObject({ mode: 'accept_good', rowsGood: 1, rowsBad: 2, answers: 2, problems });
      expect(await stored()).toEqual([`Front line: ${first} = 2`, `Front line: ${second} = 1`].sort());
    },
    SLOW,
  );

  it(
    'reads GB18030 with Chinese names for everything, into the group that is named',
    async () => {
      const path = file('gb.csv', iconv.encode('工号,企业战略目标理解,体验共识\nA1,3,4\nA2,2,不适用\n', 'gb18030'));
      const ran = await importing(path, '--group', '一线员工');
      expect(ran).toMatchObject({ code: 0, err: expect.stringContaining('it was read as GB18030') });
      expect(await stored()).toHaveLength(4);
      expect((await stored()).every((line) => line.startsWith('Front line: '))).toBe(true);
    },
    SLOW,
  );

  it(
    'says what is wrong with a call, a file or a wave, and imports nothing',
    async () => {
      const path = file('nameless.csv', `who,${wave.itemIds[0]}\nE1,3\n`);
      const [noGroup, wrongWords, noFile, noTable, noWave] = await Promise.all([
        importing(path),
        importing(path, '--map', 'what=group', '--map', 'who=nonsense', '--group', 'Nobody'),
        importing(join(folder, 'nowhere.csv')),
        importing(file('picture.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0])), '--json'),
        runTouchstone(['import-answers', '--assessment', 'None such', path, '--json'], environment()),
      ]);
      expect(noGroup).toMatchObject({ code: 2, out: '', err: expect.stringContaining('or --group') });
      expect(wrongWords).toMatchObject({ code: 2, out: '' });
      expect(wrongWords.err).toContain('The table has no column “what”; it has “who”');
      expect(wrongWords.err).toContain('“nonsense” is nothing that a column can hold');
      expect(wrongWords.err).toContain('no rater group “Nobody”; it has “Executives”, “Front line”');
      expect(noFile).toMatchObject({ code: 2, err: expect.stringMatching(/^There is no file /) });
      expect(noTable.code).toBe(1);
      expect(json(noTable).error.code).toBe('TABLE_NOT_A_SPREADSHEET');
      expect(noWave.code).toBe(1);
      expect(json(noWave).error.code).toBe('NOT_FOUND');

      const twin = await openWave(officer.client, wave.name);
      const ambiguous = await importing(path);
      expect(ambiguous).toMatchObject({ code: 2, err: expect.stringContaining(twin.id) });
      const kept = `SELECT name FROM stored_file WHERE name IN ('nameless.csv', 'picture.csv')`;
      expect(await application.database.query(kept)).toEqual([]);
      expect(await stored()).toEqual([]);
    },
    SLOW,
  );

  it(
    'leaves nothing where it is killed, and all of the file with the next call',
    async () => {
      const rows = 6000;
      const items = wave.itemIds.slice(0, 8);
      const line = items.map((_, index) => 1 + (index % 5)).join(',');
      const body = Array.from({ length: rows }, (_, index) => `E${index},Front line,${line}\n`).join('');
      const path = file('large.csv', `key,group,${items.join(',')}\n${body}`);
      const { child, ended } = start(path);
      await eventually(
        () => application.database.query(`SELECT FROM job WHERE state = 'active' AND progress_done > 0`),
        (active) => active.length > 0,
        40_000,
      );
      child.kill('SIGKILL');
      expect(await ended).toEqual({ code: null, out: '', err: '' });
      expect(await stored()).toEqual([]);

      const again = await importing(path, '--json');
      expect(again.code).toBe(0);
      expect(json(again)).toMatchObject({ state: 'completed', rowsGood: rows });
      expect(await stored()).toHaveLength(rows * items.length);
    },
    SLOW,
  );
});
