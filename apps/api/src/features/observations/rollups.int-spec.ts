import { bucketStart, type Grain, GRAINS, mergeAll, tallyOf } from '@touchstone/domain';
import fc from 'fast-check';
import { addMetric } from '../../../test/metrics.js';
import { startTestApplication, type TestApplication } from '../../../test/test-application.js';
import { newId, UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { SystemPrincipal } from '../../platform/tenancy/principal.js';
import { lockObservations, mergeObservations } from './merge-observations.js';
import { ObservationStage } from './observation-stage.js';
import { recomputeSome } from './recompute-rollups.js';
import { RollupsService } from './rollups.service.js';
import { keepSegmentSets } from './segment-sets.js';
import { undoObservations } from './undo-observations.js';

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
const identity = ({ slot, minute }: Seen): string => `${slot} ${minute}`;

describe('roll-ups', () => {
  let application: TestApplication;
  let unitOfWork: UnitOfWork;
  let rollups: RollupsService;

  beforeAll(async () => {
    application = await startTestApplication();
    unitOfWork = application.app.get(UnitOfWork);
    rollups = application.app.get(RollupsService);
  });
  afterAll(() => application.close());

  interface Place {
    readonly principal: SystemPrincipal;
    readonly metricId: string;
  }
  const newPlace = async (): Promise<Place> => {
    const organizationId = await application.organization(`Airline ${newId()}`);
    await application.database.query(`UPDATE organization SET time_zone = $2 WHERE id = $1`, [
      organizationId,
      ZONE.timeZone,
    ]);
    const metricId = await addMetric(application.database, organizationId, { key: 'delay' });
    return { principal: { kind: 'system', organizationId, name: 'test' }, metricId };
  };
  const bringIn = ({ principal, metricId }: Place, rows: readonly Seen[]): Promise<string> =>
    unitOfWork.work(principal, async (transaction) => {
      const importId = newId();
      await transaction.query(
        `INSERT INTO observation_import (organization_id, id, file_name, file_hash, mapping, mode) VALUES ($1, $2, 'a.csv', '', '{}', 'accept_good')`,
        [principal.organizationId, importId],
      );
      const stage = await ObservationStage.open(transaction);
      const times = rows.map(({ minute }) => BEGIN + minute * 60_000);
      stage.add(
        rows.map(({ slot, value, set }, row) => ({
          row,
          metric: 0,
          segments: set,
          at: times[row]!,
          key: slot.toString(16).padStart(32, '0'),
          value,
          n: 1,
        })),
      );
      await stage.copied.close();
      await lockObservations(transaction);
      for (const month of ['2026-09-01', '2026-10-01'])
        await transaction.query('SELECT add_observation_month($1::date)', [month]);
      await mergeObservations(transaction, {
        importId,
        metricIds: [metricId],
        setIds: await keepSegmentSets(transaction, SETS),
        staged: rows.length,
        firstAt: Math.min(...times),
        lastAt: Math.max(...times),
      });
      return importId;
    });
  const recompute = ({ principal }: Place) => rollups.recompute(principal);
  const takeBack = ({ principal, metricId }: Place, importId: string) =>
    unitOfWork.work(principal, async (transaction) => {
      await lockObservations(transaction);
      const [firstAt, lastAt] = [new Date(BEGIN), new Date(BEGIN + MINUTES * 60_000)];
      await undoObservations(transaction, { importId, metricIds: [metricId], firstAt, lastAt });
    });
  const stored = ({ principal }: Place) =>
    application.database.query<{ grain: Grain; pairs: object; bucket: Date; sum: number }>(
      `SELECT r.grain, s.pairs, r.bucket, r.observations::int, r.n, r.sum, r.sum_of_squares, r.minimum, r.maximum,
         r.last_value, r.last_at, r.counts
       FROM rollup r JOIN segment_set s ON s.organization_id = r.organization_id AND s.id = r.segment_set_id
       WHERE r.organization_id = $1 ORDER BY r.grain, s.pairs::text, r.bucket`,
      [principal.organizationId],
    );
  const marks = ({ principal }: Place) =>
    application.database.query('SELECT day FROM dirty_bucket WHERE organization_id = $1', [principal.organizationId]);

  /** A worker that is cut off after it has done everything but commit. */
  const cutOff = async ({ principal, metricId }: Place): Promise<void> => {
    await unitOfWork
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
          const busy = [recompute(here), recompute(here)];
          if (index % 2 === 0) await bringIn(here, file.toReversed());
          if (index === cutAfter) await cutOff(here);
          await Promise.all(busy);
        }
        await recompute(here);
        expect(await marks(here)).toEqual([]);

        const final = new Map<string, Seen>();
        for (const [index, file] of files.entries()) {
          // Within one file the first of two values counts, between files the later one does.
          for (const rows of index % 2 === 0 ? [file, file.toReversed()] : [file])
            for (const [key, row] of new Map(rows.toReversed().map((row) => [identity(row), row]))) final.set(key, row);
        }
        const there = await newPlace();
        await bringIn(there, [...final.values()]);
        await recompute(there);
        const found = await stored(here);
        expect(found).toEqual(await stored(there));
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

  it('are what the other imports give once one is taken back, in any order of taking back', async () => {
    const files = fc.array(fc.uniqueArray(seen, { minLength: 1, maxLength: 8, selector: identity }), {
      minLength: 2,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(
        files.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all.map((_, index) => index)))),
        async ([all, undone]) => {
          // Every value differs, so that nothing is merely repeated: a repetition belongs to whom it was there first.
          const distinct = all.map((rows, file) =>
            rows.map((row, index) => ({ ...row, value: file * 1000 + index / 10 })),
          );
          const here = await newPlace();
          const ids: string[] = [];
          for (const rows of distinct) ids.push(await bringIn(here, rows));
          for (const index of undone) await takeBack(here, ids[index]!);
          await recompute(here);
          const there = await newPlace();
          for (const [index, rows] of distinct.entries()) if (!undone.includes(index)) await bringIn(there, rows);
          await recompute(there);
          expect(await stored(here)).toEqual(await stored(there));
        },
      ),
      { numRuns: 15 },
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
