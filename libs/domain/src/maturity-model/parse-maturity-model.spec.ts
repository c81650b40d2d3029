import { CONTINUOUS_MODEL, STAGED_MODEL, STREAM_SUMS_MODEL } from './maturity-model.factory.js';
import { parseMaturityModel, serialiseMaturityModel } from './parse-maturity-model.js';

describe('parseMaturityModel', () => {
  test('fills in what a file may leave out', () => {
    const reading = parseMaturityModel(CONTINUOUS_MODEL);
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems, null, 1));
    const { model } = reading;
    expect(model.locales).toEqual(['en', 'zh-CN']);
    expect(model.dimensions.map(({ id, weight }) => [id, weight])).toEqual([
      ['listening', 2],
      ['acting', 1],
    ]);
    const [asking, readingPractice] = model.dimensions[0]!.practices;
    expect(asking!.items).toEqual([
      {
        id: 'asking',
        type: 'level',
        text: { en: 'Asking', 'zh-CN': '询问' },
        weight: 1,
        notApplicableAllowed: true,
        options: [],
        level: null,
        streamId: null,
      },
    ]);
    expect(asking!.descriptors[3]).toEqual({ en: 'All ask.', 'zh-CN': '人人询问。' });
    expect(readingPractice!.prerequisites).toEqual([{ practiceId: 'asking', level: 2 }]);
    expect(readingPractice!.items.map(({ notApplicableAllowed }) => notApplicableAllowed)).toEqual([
      true,
      true,
      false,
      true,
    ]);
    expect(readingPractice!.items[1]!.options.map(({ value }) => value)).toEqual([1, 2, 5]);
  });

  test('reads a model with streams, per-level questions and levels from 0', () => {
    const reading = parseMaturityModel(STREAM_SUMS_MODEL);
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems, null, 1));
    expect(reading.model.levels.map(({ value }) => value)).toEqual([0, 1, 2, 3]);
    const practice = reading.model.dimensions[0]!.practices[0]!;
    expect(practice.streams.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(practice.items).toHaveLength(6);
    expect(practice.items[5]).toMatchObject({ streamId: 'b', level: 3, type: 'choice' });
  });

  test('the stored form gives the same model back', () => {
    for (const source of [CONTINUOUS_MODEL, STAGED_MODEL, STREAM_SUMS_MODEL]) {
      const reading = parseMaturityModel(source);
      if (!reading.ok) throw new Error('refused');
      expect(JSON.parse(serialiseMaturityModel(reading.model))).toEqual(reading.model);
    }
  });

  test('a byte-order mark and Windows line ends change nothing', () => {
    const windows = '\uFEFF' + CONTINUOUS_MODEL.replaceAll('\n', '\r\n');
    expect(parseMaturityModel(windows)).toEqual(parseMaturityModel(CONTINUOUS_MODEL));
  });
});
