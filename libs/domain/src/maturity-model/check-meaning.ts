/** What a schema cannot say: references, completeness in every locale and level, cycles, and the rules of each method. */
import { checkItems } from './check-items.js';
import { checkPrerequisites } from './check-prerequisites.js';
import type { FileDimension, MaturityModelFile } from './maturity-model.schema.js';
import type { ModelProblem } from './model-problem.js';
import { checkUnique, ProblemCollector, type PlacedPractice } from './problem-collector.js';
import type { PathSegment, SourceMap } from './read-yaml.js';

function isCanonicalLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}

function checkLocales(file: MaturityModelFile, collect: ProblemCollector): void {
  file.locales.forEach((locale, index) => {
    if (!isCanonicalLocale(locale)) collect.add('bad-locale', ['locales', index], { value: locale.slice(0, 64) });
  });
}

const TEXT_KEYS: ReadonlySet<string> = new Set(['name', 'description', 'text', 'label']);

/** Walks the file for texts: they are the mappings under the keys above, and under the levels of `descriptors`. */
function checkTexts(file: MaturityModelFile, collect: ProblemCollector): void {
  const locales = new Set(file.locales);
  const list = file.locales.join(', ');
  const checkText = (text: object, path: PathSegment[]): void => {
    for (const locale of file.locales) {
      if (!Object.hasOwn(text, locale)) collect.addAtKey('missing-text', path, { locale, locales: list });
    }
    for (const locale of Object.keys(text)) {
      if (!locales.has(locale)) collect.addAtKey('unknown-locale', [...path, locale], { locale, locales: list });
    }
  };
  const walk = (value: unknown, path: PathSegment[]): void => {
    if (Array.isArray(value)) {
      value.forEach((entry, index) => walk(entry, [...path, index]));
    } else if (typeof value === 'object' && value !== null) {
      const isText = TEXT_KEYS.has(String(path.at(-1)));
      if (isText || path.at(-2) === 'descriptors') checkText(value, path);
      else for (const [key, entry] of Object.entries(value)) walk(entry, [...path, key]);
    }
  };
  walk(file, []);
}

function checkLevels(file: MaturityModelFile, collect: ProblemCollector): void {
  const first = file.levels[0]!.value;
  if (first > 1) collect.add('level-start', ['levels', 0, 'value'], { value: first });
  file.levels.forEach((level, index) => {
    const previous = file.levels[index - 1]?.value;
    if (previous !== undefined && level.value !== previous + 1) {
      collect.add('level-order', ['levels', index, 'value'], { previous, value: level.value });
    }
  });
}

function placePractices(dimensions: readonly FileDimension[]): PlacedPractice[] {
  return dimensions.flatMap((dimension, d) =>
    dimension.practices.map((practice, p) => ({ practice, path: ['dimensions', d, 'practices', p] })),
  );
}

function checkIds(file: MaturityModelFile, practices: readonly PlacedPractice[], collect: ProblemCollector): void {
  checkUnique(
    'level',
    file.levels.map(({ id }, index) => ({ id, path: ['levels', index, 'id'] })),
    collect,
  );
  checkUnique(
    'dimension',
    file.dimensions.map(({ id }, index) => ({ id, path: ['dimensions', index, 'id'] })),
    collect,
  );
  checkUnique(
    'practice',
    practices.map(({ practice, path }) => ({ id: practice.id, path: [...path, 'id'] })),
    collect,
  );
  // A practice without items is answered by one that carries the practice's id: it takes part in the search.
  checkUnique(
    'item',
    practices.flatMap(({ practice, path }) =>
      practice.items
        ? practice.items.map(({ id }, index) => ({ id, path: [...path, 'items', index, 'id'] }))
        : [{ id: practice.id, path: [...path, 'id'] }],
    ),
    collect,
  );
}

function checkDescriptors(
  file: MaturityModelFile,
  { practice, path }: PlacedPractice,
  collect: ProblemCollector,
): void {
  const known = file.levels.map(({ value }) => value);
  for (const level of file.levels) {
    if (!Object.hasOwn(practice.descriptors, String(level.value))) {
      collect.addAtKey('missing-descriptor', [...path, 'descriptors'], {
        practice: practice.id,
        level: level.value,
        name: level.id,
      });
    }
  }
  for (const key of Object.keys(practice.descriptors)) {
    if (!known.some((value) => String(value) === key)) {
      collect.addAtKey('unknown-level', [...path, 'descriptors', key], { level: key, known: known.join(', ') });
    }
  }
}

function checkScoring(file: MaturityModelFile, collect: ProblemCollector): void {
  const { method, satisfaction } = file.scoring;
  if (method === 'staged' && satisfaction === undefined) collect.addAtKey('satisfaction-missing', ['scoring']);
  if (method !== 'staged' && satisfaction !== undefined) {
    collect.addAtKey('satisfaction-not-used', ['scoring', 'satisfaction'], { method });
  }
}

export function checkMeaning(file: MaturityModelFile, source: SourceMap): ModelProblem[] {
  const collect = new ProblemCollector(source);
  const practices = placePractices(file.dimensions);
  checkLocales(file, collect);
  checkLevels(file, collect);
  checkScoring(file, collect);
  checkIds(file, practices, collect);
  checkTexts(file, collect);
  for (const placed of practices) checkDescriptors(file, placed, collect);
  checkPrerequisites(file, practices, collect);
  checkItems(file, practices, collect);
  return collect.problems;
}
