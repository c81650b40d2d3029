import { readdirSync, readFileSync } from 'node:fs';
import type { LocalizedText, MaturityModel } from './maturity-model.js';
import { parseMaturityModel } from './parse-maturity-model.js';

const folder = new URL('../../../../models/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

function read(name: string): MaturityModel {
  const reading = parseMaturityModel(readFileSync(new URL(name, folder), 'utf8'));
  if (!reading.ok) {
    throw new Error(
      reading.problems.map(({ line, column, message }) => `${name}:${line}:${column} ${message}`).join('\n'),
    );
  }
  return reading.model;
}

test.each(files)('%s is a model, under its own name', (name) => {
  expect(`${read(name).id}.yaml`).toBe(name);
});

describe('E.E.A.S.Y. experience maturity', () => {
  const model = read('easy-experience-maturity.yaml');
  const practices = model.dimensions.flatMap((dimension) => dimension.practices);
  const descriptors = practices.flatMap(({ id, descriptors: own }) =>
    Object.entries(own).map(([level, text]): [string, LocalizedText] => [`${id} ${level}`, text]),
  );
  const han = (text: string): number => text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = (text: string): number => text.split(/\s+/).length;

  test('has the four links, four to six practices in each, and five levels, in English and Chinese', () => {
    expect(model.locales).toEqual(['en', 'zh-CN']);
    expect(model.dimensions.map(({ name }) => name['zh-CN'])).toEqual(['体验诊断', '体验监测', '流程机制', '方法赋能']);
    for (const dimension of model.dimensions) {
      expect(dimension.practices.length).toBeGreaterThanOrEqual(4);
      expect(dimension.practices.length).toBeLessThanOrEqual(6);
    }
    expect(model.levels.map(({ value }) => value)).toEqual([1, 2, 3, 4, 5]);
    expect(descriptors).toHaveLength(practices.length * 5);
  });

  test('asks for each practice once, by level', () => {
    expect(practices.flatMap(({ id, items }) => items.map((item) => [item.id === id, item.type]))).toEqual(
      practices.map(() => [true, 'level']),
    );
  });

  test.each(descriptors)('%s can be read on a phone and is written in its own language', (_, text) => {
    expect(words(text['en']!)).toBeLessThanOrEqual(45);
    expect(words(text['en']!)).toBeGreaterThanOrEqual(8);
    expect(han(text['en']!)).toBe(0);
    expect([...text['zh-CN']!].length).toBeLessThanOrEqual(80);
    expect(han(text['zh-CN']!)).toBeGreaterThanOrEqual(15);
    expect(text['zh-CN']).toMatch(/。$/);
  });

  test('no two descriptors say the same', () => {
    for (const locale of model.locales) {
      expect(new Set(descriptors.map(([, text]) => text[locale])).size).toBe(descriptors.length);
    }
  });
});
