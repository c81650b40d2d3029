import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkFormula, evaluateFormula, type FormulaMetric, FUNCTION_NAMES, parseFormula } from '../index.js';

const page = readFileSync(fileURLToPath(new URL('../../../../docs/formulas.md', import.meta.url)), 'utf8');

/** The rows of the table under a heading, cell by cell. */
function table(heading: string): string[][] {
  const section = page.split(/^## /m).find((each) => each.startsWith(heading)) ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}
const code = (cell: string | undefined): string => /`([^`]+)`/.exec(cell ?? '')?.[1] ?? '';
/** What a sentence of the page gives as `key` = value, or `key` in unit. */
const given = (sentence: RegExp, pair: RegExp): [string, string][] => {
  const text = sentence.exec(page)?.[0] ?? '';
  return [...text.matchAll(pair)].map(([, key, value]) => [key as string, value as string]);
};

describe('docs/formulas.md', () => {
  const values = new Map(given(/The examples use these values:.*/, /`(\w+)` = ([\d.]+)/g));
  const units = new Map(given(/The examples use these units:.*/, /`(\w+)` in ([^,]+?)(?=,|\.$)/g));
  const catalogue = new Map<string, FormulaMetric>(
    [...units].map(([key, unit]) => [key, { unit, formulas: [], archived: false }]),
  );

  it('names every function there is', () => {
    const named = table('What can be written').flatMap(([name]) => [...(name as string).matchAll(/`(\w+)`/g)]);
    expect(named.map(([, name]) => name).toSorted()).toEqual(FUNCTION_NAMES.toSorted());
  });

  it.each(table('Values that are missing'))('%s is %s', (formula, result) => {
    expect(values.size).toBe(6);
    const evaluation = evaluateFormula(parseFormula(code(formula)), (key) =>
      values.has(key) ? Number(values.get(key)) : null,
    );
    if (evaluation.value !== null) return expect(String(evaluation.value)).toBe(result);
    const { reason } = evaluation;
    const said = reason.code === 'no_value_of' ? `${reason.metric} has none` : reason.code.replaceAll('_', ' ');
    expect(`no value: ${said}`).toBe(result);
  });

  it.each(table('Units'))('%s declared in %s: %s', (formula, unit, answer) => {
    expect(units.size).toBe(6);
    const { problems } = checkFormula(code(formula), 'mine', unit as string, catalogue);
    expect(problems.length > 0 ? `refused: \`${problems[0]?.code}\`` : 'fits').toBe(answer);
  });

  it.each(table('What is refused'))('refuses %s as %s', (formula, expected) => {
    expect(checkFormula(code(formula), 'mine', null, catalogue).problems.map((problem) => problem.code)).toEqual([
      code(expected),
    ]);
  });
});
