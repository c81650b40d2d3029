import fc from 'fast-check';
import {
  ageing,
  benefitOutcome,
  discoveryNote,
  LAUNCH_OUTCOMES,
  type LaunchedInitiative,
  medianOf,
  outcomeOf,
  overlongAfter,
  type SealedPromise,
  tallyVerdicts,
} from './index.js';

const promise = (changes: Partial<SealedPromise> = {}): SealedPromise => ({
  id: 'r',
  verdict: 'proven',
  p: 0.01,
  due: true,
  faded: false,
  confounded: false,
  ...changes,
});
const initiative = (id: string, ...promises: Partial<SealedPromise>[]): LaunchedInitiative => ({
  id,
  promises: promises.map((changes, index) => promise({ id: `${id}${index}`, ...changes })),
  withdrew: false,
});

describe('what a launched initiative counts as', () => {
  it.each([
    ['nothing sealed', [], 'unregistered'],
    ['proven', [{}], 'proven'],
    ['one of two not judged yet', [{}, { verdict: null, due: false }], 'not_yet_due'],
    ['its day has come', [{ verdict: null }, { verdict: null, due: false }], 'overdue'],
    ['a gain and a refusal', [{}, { verdict: 'insufficient' as const }], 'insufficient'],
    ['a gain and none', [{}, { verdict: 'not_proven' as const }, { verdict: 'insufficient' as const }], 'not_proven'],
    ['a loss behind gains', [{}, {}, { verdict: 'worse' as const }], 'worse'],
  ])('%s', (_, promises, outcome) => expect(outcomeOf(initiative('a', ...promises))).toBe(outcome));

  it('adds up to what was launched, whatever was promised', () => {
    const verdict = fc.constantFrom('proven', 'not_proven', 'worse', 'insufficient', null);
    const any = fc.record({ verdict, due: fc.boolean(), faded: fc.boolean(), confounded: fc.boolean() });
    fc.assert(
      fc.property(fc.array(fc.array(any, { maxLength: 3 }), { maxLength: 20 }), (all) => {
        const tally = tallyVerdicts(all.map((promises, index) => initiative(`i${index}`, ...promises)));
        const sum = LAUNCH_OUTCOMES.reduce((total, outcome) => total + tally.outcomes[outcome], 0);
        expect([sum, tally.launched]).toEqual([all.length, all.length]);
        expect(tally.faded.length).toBeLessThanOrEqual(tally.outcomes.proven);
      }),
    );
  });

  it('names what faded, what is confounded, and what withdrew its promise', () => {
    const tally = tallyVerdicts([
      initiative('kept', {}),
      initiative('faded', { faded: true }),
      // A gain that faded beside a loss is counted as the loss.
      initiative('lost', { faded: true }, { verdict: 'worse' }),
      initiative('pair', { verdict: 'not_proven', confounded: true }),
      { ...initiative('gone'), withdrew: true },
      // Nor does a promise that was withdrawn go unsaid beside a gain.
      { ...initiative('half', {}), withdrew: true },
      initiative('never'),
    ]);
    expect(tally).toMatchObject({
      launched: 7,
      outcomes: { proven: 3, worse: 1, not_proven: 1, unregistered: 2 },
      faded: ['faded'],
      confounded: ['pair'],
      withdrew: ['gone', 'half'],
    });
  });

  it('tests every promise of the whole', () => {
    const nothing = Array.from({ length: 40 }, (_, index) =>
      initiative(`n${index}`, { verdict: 'not_proven', p: 0.5 }),
    );
    const note = discoveryNote([initiative('lucky', { p: 0.03 }), initiative('sure', { p: 1e-9 }), ...nothing]);
    expect(note).toMatchObject({ tested: 42, doubtful: ['lucky0'] });
    expect(note.expectedByChance).toBeCloseTo(1.05);
    expect(discoveryNote([initiative('open', { verdict: null })]).tested).toBe(0);
  });
});

describe('ageing', () => {
  it.each([
    [[], null],
    [[3], 3],
    [[9, 1, 5], 5],
    [[4, 1, 100, 2], 3],
  ])('the median of %j', (values, median) => expect(medianOf(values)).toBe(median));

  it('calls nobody overlong before the past says what is usual', () => {
    expect(overlongAfter(null)).toBeNull();
    expect(overlongAfter({ medianDays: 10, n: 4 })).toBeNull();
    expect(overlongAfter({ medianDays: 10, n: 5 })).toBe(20);
    expect(ageing([1, 50], null)).toEqual({ count: 2, medianDays: 25.5, oldestDays: 50, overlong: null });
    expect(ageing([20, 21], { medianDays: 10, n: 5 })).toMatchObject({ overlong: 1 });
    expect(ageing([], { medianDays: 10, n: 5 })).toEqual({
      count: 0,
      medianDays: null,
      oldestDays: null,
      overlong: 0,
    });
  });
});

describe('what became of a forecast', () => {
  it.each([
    [{ forecast: 100, actual: null, upper: null }, 'open'],
    [{ forecast: null, actual: 80, upper: 90 }, 'open'],
    [{ forecast: 100, actual: 100, upper: 120 }, 'reached'],
    [{ forecast: 100, actual: 80, upper: 100 }, 'possible'],
    [{ forecast: 100, actual: 80, upper: 99 }, 'missed'],
    // A loss that was forecast smaller.
    [{ forecast: -10, actual: -30, upper: -20 }, 'missed'],
  ])('%j is %s', (benefit, outcome) => expect(benefitOutcome(benefit)).toBe(outcome));
});
