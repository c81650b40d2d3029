import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERROR_MESSAGES, messageFor } from './messages.js';

const ROOT = join(import.meta.dirname, '../../../../..');
const FOLDERS = ['apps/api/src', 'libs/domain/src', 'libs/metrics/src'];

/** Codes of rules as they are thrown, read from the sources. */
const thrown = (): Set<string> => {
  const codes = new Set<string>();
  for (const folder of FOLDERS)
    for (const file of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }))
      if (file.endsWith('.ts') && !/spec|factory/.test(file))
        for (const [, code] of readFileSync(join(ROOT, folder, file), 'utf8').matchAll(
          /new RuleError\(\s*'([A-Z_]+)'/g,
        ))
          codes.add(code!);
  return codes;
};

describe('what a person reads of an error', () => {
  it('is there for every rule, in both languages', () => {
    const codes = [...thrown()];
    expect(codes.length).toBeGreaterThan(50);
    expect(codes.filter((code) => !ERROR_MESSAGES[code])).toEqual([]);
    for (const texts of Object.values(ERROR_MESSAGES)) {
      expect(texts.en).toMatch(/^[^\u4e00-\u9fff]+$/);
      expect(texts['zh-CN']).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it('is filled from what the error carries, and leaves what it does not know', () => {
    const english = messageFor('TABLE_HEADER_ROW_EMPTY', 'en', { row: 7 }, '');
    expect(english).toContain('Row 7');
    expect(messageFor('TABLE_HEADER_ROW_EMPTY', 'zh-CN', {}, '')).toContain('{row}');
    expect(messageFor('NEVER_HEARD_OF', 'en', {}, 'As the rule says it.')).toBe('As the rule says it.');
  });
});
