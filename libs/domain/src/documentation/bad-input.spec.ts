import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const rows = readFileSync(`${root}docs/bad-input.md`, 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\| (what comes|-)/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

/** Where a row says that it is tested: a file, and the name of a test in it. */
function testOf(cell = ''): { readonly path: string; readonly name: string } {
  const [, path = '', name = ''] = /^`([^`]+)` “(.+)”$/.exec(cell) ?? [];
  return { path: /^(libs|apps)\//.test(path) ? path : `apps/api/src/features/${path}`, name };
}

describe('docs/bad-input.md', () => {
  it('has a row for everything that was promised an answer', () => {
    expect(rows.length).toBeGreaterThanOrEqual(30);
    const comes = rows.map(([what]) => what).join('\n');
    for (const word of [
      'leads back',
      'unknown or archived metric',
      'result in another unit',
      'division by zero',
      'overlap',
      'hole',
      'deleted while it has history',
      'metric of another unit',
      'same file twice at once',
      'bad line among a million',
      'whose day has passed',
      '10,000 values',
      'change of clocks',
      'registered after the launch',
      'also gets the change',
      'close a circle',
      'jumped over',
      'decide at once',
      'typed over a verdict',
    ])
      expect(comes).toContain(word);
  });

  it.each(rows)('says of %s what is answered: %s, and names a test that is there', (_, answered, tested) => {
    expect(answered?.length).toBeGreaterThan(0);
    const { path, name } = testOf(tested);
    const titles = [...readFileSync(`${root}${path}`, 'utf8').matchAll(/\bit\(\s*'([^']+)'/g)].map(
      ([, title]) => title,
    );
    expect(titles).toContain(name);
  });
});
