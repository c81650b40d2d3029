import { bucketStart, GRAINS, mergeAll, tallyOf } from '@touchstone/domain';
import fc from 'fast-check';
import { startTestApplication, type TestApplication } from '../../../test/test-application.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ObservedFactory, type Place } from './observed.factory.js';
import { recomputeSome } from './recompute-rollups.js';

const ZONE = { timeZone: 'Europe/Berlin', weekStart: 1 };
/** Around the night in which a day has 25 hours, and one in which a quarter begins. */
const BEGIN = Date.parse('2026-09-29T00:00:00Z');
const MINUTES = 30 * 24 * 60;
const SETS = ['{}', '{"class":"Business"}', '{"class":"Eco","region":"North"}', '{"region":"North"}'];

interface Seen {
  readonly slot: number;
  readonly minute: number;
  readonly value: number;
  readonly set: number;
}

const seen: fc.Arbitrary<Seen> = fc.record({
  slot: fc.integer({ min: 0, max: 5 }),
  minute: fc.integer({ min: 0, max: MINUTES }),
  // Tenths do not add up without rounding: the order of summation would show.
  value: fc.integer({ min: -50, max: 50 }).map((tenths) => tenths / 10),
  set: fc.integer({ min: 0, max: SETS.length - 1 }),
});
/** Few things at few moments with few values: most files correct or repeat what is there. */
const colliding: fc.Arbitrary<Seen> = fc.record({
  slot: fc.integer({ min: 0, max: 1 }),
  minute: fc.constantFrom(0, 2 * 24 * 60, 26 * 24 * 60 + 61),
  value: fc.constantFrom(0.1, 0.2, 0.3),
  set: fc.integer({ min: 0, max: 1 }),
});
const identity = ({ slot, minute }: Seen): string => `${slot} ${minute}`;

describe('roll-ups', () => {
  let application: TestApplication;
  let observed: ObservedFactory;

  beforeAll(async () => {
    application = await startTestApplication();
    observed = new ObservedFactory(application, SETS);
  });
  afterAll(() => application.close());

  const newPlace = () => observed.place(ZONE, { key: 'delay' });
  const bringIn = (place: Place, rows: readonly Seen[]) =>
    observed.bringIn(
      place,
      rows.map(({ slot, minute, value, set }) => ({ key: slot, at: BEGIN + minute * 60_000, value, set })),
    );

  /** A worker that is cut off after it has done everything but commit. */
  const cutOff = async ({ principal, metricId }: Place): Promise<void> => {
    await application.app
      .get(UnitOfWork)
      .work(principal, async (transaction) => {
        await recomputeSome(transaction, metricId);
        await transaction.query('SELECT pg_terminate_backend(pg_backend_pid())');
      })
      .then(
        () => Promise.reject(new Error('It was to be cut off.')),
        () => undefined,
      );
  };

  it('are the same in whatever order, how often and how late data comes, by two workers at once and with one cut off', async () => {
    const pieces = fc.array(fc.array(seen, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(pieces, fc.integer({ min: 0, max: 3 }), async (files, cutAfter) => {
        const here = await newPlace();
        for (const [index, file] of files.entries()) {
          await bringIn(here, file);
          // Some files come while workers are busy with the one before, some twice.
          const busy = [observed.recompute(here), observed.recompute(here)];
          if (index % 2 === 0) await bringIn(here, file.toReversed());
          if (index === cutAfter) await cutOff(here);
          await Promise.all(busy);
        }
        await observed.recompute(here);
        expect(await observed.marks(here)).toEqual([]);

        const final = new Map<string, Seen>();
        for (const [index, file] of files.entries()) {
          // Within one file the first of two values counts, between files the later one does.
          for (const rows of index % 2 === 0 ? [file, file.toReversed()] : [file])
            for (const [key, row] of new Map(rows.toReversed().map((row) => [identity(row), row]))) final.set(key, row);
        }
        const there = await newPlace();
        await bringIn(there, [...final.values()]);
        await observed.recompute(there);
        const found = await observed.stored(here);
        expect(found).toEqual(await observed.stored(there));
        expect(found.length).toBe(expectedTallies([...final.values()]).size);
        for (const [key, sum] of expectedTallies([...final.values()])) {
          const [grain, cut, bucket] = JSON.parse(key) as [string, string, string];
          const row = found.find(
            (one) => one.grain === grain && JSON.stringify(one.pairs) === cut && one.bucket.toISOString() === bucket,
          );
          expect(row?.sum).toBeCloseTo(sum, 9);
        }
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  it('are summed in the order of time, whatever order the values came in, so that rounding is the same', async () => {
    const row = (minute: number, value: number): Seen => ({ slot: 0, minute, value, set: 0 });
    const here = await newPlace();
    for (const each of [row(3, -1e15), row(1, 0.1), row(2, 1e15)]) await bringIn(here, [each]);
    await application.app.get(UnitOfWork).work(here.principal, async (transaction) => {
      // Read as they lie there, which is how they came.
      for (const way of ['indexscan', 'indexonlyscan', 'bitmapscan'])
        await transaction.query(`SET LOCAL enable_${way} = off`);
      await recomputeSome(transaction, here.metricId);
    });
    const sums = (await observed.stored(here)).map(({ sum }) => sum);
    expect(new Set(sums)).toEqual(new Set([0.1 + 1e15 - 1e15]));
    expect(sums[0]).not.toBe(0.1);
  });

  it('are what the other imports give once one is taken back, in any order of taking back', async () => {
    const files = fc.array(fc.uniqueArray(colliding, { minLength: 1, maxLength: 6, selector: identity }), {
      minLength: 3,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(
        files.chain((all) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray(
              all.map((_, index) => index),
              { minLength: 2 },
            ),
          ),
        ),
        async ([all, undone]) => {
          // Every value differs, so that nothing is merely repeated: a repetition belongs to whom it was there first.
          const distinct = all.map((rows, file) =>
            rows.map((row, index) => ({ ...row, value: file * 1000 + index / 10 })),
          );
          const here = await newPlace();
          const ids: string[] = [];
          for (const rows of distinct) ids.push(await bringIn(here, rows));
          for (const index of undone) await observed.takeBack(here, ids[index]!);
          await observed.recompute(here);
          const there = await newPlace();
          for (const [index, rows] of distinct.entries()) if (!undone.includes(index)) await bringIn(there, rows);
          await observed.recompute(there);
          expect(await observed.stored(here)).toEqual(await observed.stored(there));
        },
      ),
      { numRuns: 30 },
    );
  }, 120_000);

  it('are what is left, whatever was brought in, corrected and taken back between and beneath, while workers are busy', async () => {
    const file = fc.array(colliding, { minLength: 1, maxLength: 6 });
    const acts = fc.array(fc.oneof(file, file, fc.nat(5)), { minLength: 4, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(acts, async (sequence) => {
        const here = await newPlace();
        const layers = new Map<string, { readonly importId: string; readonly row: Seen }[]>();
        const completed: string[] = [];
        for (const act of sequence) {
          const busy = observed.recompute(here);
          if (typeof act === 'number') {
            const [importId] = completed.splice(act % (completed.length || 1), 1);
            if (importId) {
              await observed.takeBack(here, importId);
              for (const [key, kept] of layers)
                layers.set(
                  key,
                  kept.filter((layer) => layer.importId !== importId),
                );
            }
          } else {
            const importId = await bringIn(here, act);
            completed.push(importId);
            for (const [key, row] of new Map(act.toReversed().map((one) => [identity(one), one]))) {
              const kept = layers.get(key) ?? [];
              const top = kept.at(-1)?.row;
              // What is repeated stays with whoever brought it first.
              if (!top || top.value !== row.value || top.set !== row.set) layers.set(key, [...kept, { importId, row }]);
            }
          }
          await busy;
        }
        await observed.recompute(here);
        expect(await observed.marks(here)).toEqual([]);
        const left = [...layers.values()].flatMap((kept) => kept.slice(-1).map(({ row }) => row));
        const there = await newPlace();
        if (left.length > 0) await bringIn(there, left);
        await observed.recompute(there);
        expect(await observed.stored(here)).toEqual(await observed.stored(there));
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});

function expectedTallies(rows: readonly Seen[]): Map<string, number> {
  const groups = new Map<string, Seen[]>();
  for (const row of rows) {
    const pairs = Object.entries(JSON.parse(SETS[row.set]!) as Record<string, string>);
    for (const cut of [{}, ...pairs.map((pair) => Object.fromEntries([pair]))])
      for (const grain of GRAINS) {
        const bucket = new Date(bucketStart(BEGIN + row.minute * 60_000, grain, ZONE)).toISOString();
        const key = JSON.stringify([grain, JSON.stringify(cut), bucket]);
        groups.set(key, [...(groups.get(key) ?? []), row]);
      }
  }
  return new Map(
    [...groups].map(([key, group]) => {
      const tallies = group.map(({ minute, value }) =>
        tallyOf({ at: BEGIN + minute * 60_000, value }, { rated: false }),
      );
      return [key, mergeAll(tallies)!.sum];
    }),
  );
}
