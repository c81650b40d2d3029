import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';

const here = join(process.cwd(), 'src/i18n');
type Tree = { [key: string]: string | Tree };

const catalogue = (language: string, name: string): Map<string, string> => {
  const flat = new Map<string, string>();
  const walk = (tree: Tree, path: string) => {
    for (const [key, value] of Object.entries(tree)) {
      const place = path ? `${path}.${key}` : key;
      if (typeof value === 'string') flat.set(place, value);
      else walk(value, place);
    }
  };
  walk(JSON.parse(readFileSync(join(here, language, name), 'utf8')) as Tree, '');
  return flat;
};

interface Part {
  type: number;
  value: string;
  options?: Record<string, { value: Part[] }>;
  children?: Part[];
}

const argumentsOf = (message: string, language: string): string[] => {
  const names = new Set<string>();
  const walk = (parts: Part[]) => {
    for (const part of parts) {
      if (part.type >= 1 && part.type <= 6) names.add(part.value);
      for (const option of Object.values(part.options ?? {})) walk(option.value);
      walk(part.children ?? []);
    }
  };
  walk(new IntlMessageFormat(message, language).getAst() as unknown as Part[]);
  return [...names].sort();
};

const names = (language: string) => readdirSync(join(here, language)).sort();

it('has the same catalogues in every language', () => {
  expect(names('zh-CN')).toEqual(names('en'));
});

describe.each(names('en'))('%s', (name) => {
  const english = catalogue('en', name);
  const chinese = catalogue('zh-CN', name);

  it('has the same keys in both languages', () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('has messages that parse and take the same arguments in both languages', () => {
    for (const [key, message] of english) {
      const translated = chinese.get(key) ?? '';
      expect([key, argumentsOf(translated, 'zh-CN')]).toEqual([key, argumentsOf(message, 'en')]);
    }
  });

  it('leaves no English sentence in the Chinese catalogue', () => {
    const untranslated = [...chinese].filter(
      ([key, message]) => !/\p{Script=Han}/u.test(message) && /\p{L}{2,}\s+\p{L}{2,}/u.test(message) && key !== '',
    );
    expect(untranslated).toEqual([]);
  });
});
