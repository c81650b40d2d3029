import { readFileSync } from 'node:fs';
import { scoreRespondent } from '../scoring/index.js';
import { parseMaturityModel } from './parse-maturity-model.js';

const document = readFileSync(new URL('../../../../docs/maturity-model-format.md', import.meta.url), 'utf8');

test('the example in the description of the format is a model, and scores as described', () => {
  const [, example] = /```yaml\n([\s\S]*?)```/.exec(document)!;
  const reading = parseMaturityModel(example!);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems, null, 1));
  const answers = new Map<string, number | 'na'>([
    ['answering-in-time', 1],
    ['time-reviewed', 0.5],
    ['solved-at-once', 50],
    ['answers-checked', 'na'],
    ['causes-listed', 1],
  ]);
  const scores = scoreRespondent({ model: reading.model, answers });
  expect(scores.practices['answering']!.score).toBe((1 + 0.5) / 2 + (0.5 + 0) / 2);
  expect(scores.practices['learning']!.score).toBe(1);
  expect(scores.overall.score).toBe((1 + 2 * 1) / 3);
  expect(scores.notApplicableCountsAsZero).toBe(true);
});
