import fc from 'fast-check';
import { plain, sameAnswer, type StampedAnswer } from './answers.js';
import type { Answer } from './contract.js';
import { mergeAnswer, mergeDrafts, mergeTabs } from './merge.js';

const SERVER_AT = 1000;
const said = (answer: Answer, at: number): StampedAnswer => ({ ...answer, at });

describe('mergeAnswer', () => {
  const cases: [string, Answer | undefined, StampedAnswer | undefined, Answer | undefined, Answer][] = [
    ['keeps what only this device said', undefined, said({ value: 2 }, 1), undefined, { value: 2 }],
    ['takes what only the server has', undefined, undefined, { value: 3 }, { value: 3 }],
    ['takes the side that moved: the server', { value: 1 }, said({ value: 1 }, 5000), { value: 3 }, { value: 3 }],
    ['takes the side that moved: this device', { value: 1 }, said({ value: 2 }, 1), { value: 1 }, { value: 2 }],
    ['takes the later word when both moved: ours', { value: 1 }, said({ value: 2 }, 1001), { value: 3 }, { value: 2 }],
    ['takes the later word when both moved: theirs', { value: 1 }, said({ value: 2 }, 999), { value: 3 }, { value: 3 }],
    ['lets an answer win over its withdrawal elsewhere', { value: 1 }, said({}, 5000), { value: 3 }, { value: 3 }],
    ['takes an answer back when only one side did', { value: 1 }, said({}, 5000), { value: 1 }, {}],
    [
      'moves N/A and value together',
      { value: 1 },
      said({ notApplicable: true }, 1001),
      { value: 3 },
      { notApplicable: true },
    ],
    [
      'joins a value from here with a comment from there',
      {},
      said({ value: 2 }, 1),
      { comment: 'why' },
      { value: 2, comment: 'why' },
    ],
    [
      'keeps both texts, the later one last',
      {},
      said({ text: 'ours' }, 1001),
      { text: 'theirs' },
      { text: 'theirs\nours' },
    ],
    [
      'keeps the longer text when one continues the other',
      {},
      said({ text: 'one two' }, 1),
      { text: 'one' },
      { text: 'one two' },
    ],
  ];
  it.each(cases)('%s', (_, known, local, server, expected) => {
    expect(sameAnswer(mergeAnswer(known, local, server, SERVER_AT), expected)).toBe(true);
  });

  const answer = fc.record(
    {
      value: fc.integer({ min: 1, max: 5 }),
      text: fc.string({ minLength: 1 }),
      comment: fc.string({ minLength: 1 }),
    },
    { requiredKeys: [] },
  );

  it('never loses a choice made, or words typed, on either side since they last agreed', () => {
    fc.assert(
      fc.property(fc.option(answer, { nil: undefined }), answer, answer, fc.nat(2000), (known, local, server, at) => {
        const merged = mergeAnswer(known, said(local, at), server, SERVER_AT);
        for (const side of [plain(local), plain(server)]) {
          if (side.value !== undefined && side.value !== known?.value) expect(merged.value).toBeDefined();
          for (const words of ['text', 'comment'] as const) {
            if (side[words] !== plain(known)[words]) expect(merged[words] ?? '').toContain(side[words] ?? '');
          }
        }
      }),
    );
  });

  it('comes to rest: merging the result with the same server draft again changes nothing', () => {
    fc.assert(
      fc.property(answer, answer, fc.nat(2000), (local, server, at) => {
        const once = mergeAnswer(undefined, said(local, at), server, SERVER_AT);
        return sameAnswer(mergeAnswer(server, once, server, SERVER_AT), once);
      }),
    );
  });
});

describe('mergeDrafts', () => {
  it('covers items known to one side only', () => {
    const merged = mergeDrafts({}, { a: said({ value: 1 }, 1) }, { b: { value: 2 } }, SERVER_AT);
    expect(merged.a?.value).toBe(1);
    expect(merged.b).toEqual({ value: 2, at: SERVER_AT });
  });
});

describe('mergeTabs', () => {
  it('lets the later stamp of each item win', () => {
    const merged = mergeTabs(
      { a: said({ value: 1 }, 10), b: said({ value: 1 }, 20) },
      { a: said({ value: 2 }, 11), b: said({ value: 2 }, 19), c: said({ value: 2 }, 1) },
    );
    expect(Object.fromEntries(Object.entries(merged).map(([id, a]) => [id, a.value]))).toEqual({ a: 2, b: 1, c: 2 });
  });
});
