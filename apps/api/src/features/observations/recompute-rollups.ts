import { bucketEdges, type Calendar, type Grain } from '@touchstone/domain';
import type { Transaction } from '../../platform/database/unit-of-work.js';
import { WHOLE } from '../rollup-marks/index.js';
import { instant } from './instant.js';

/** Days of one metric that are recomputed in one transaction. */
const DAYS_AT_ONCE = 366;

/** Sums are taken in one order, whatever order data came in: rounding is then the same, and so is the last digit. */
const IN_ORDER = 'ORDER BY observed_at, natural_key';
const COLUMNS = `organization_id, metric_id, grain, segment_set_id, bucket, observations, n, sum, sum_of_squares, minimum,
  maximum, last_value, last_at, counts`;

/** Days this near to one another are recomputed together, with those between them. */
const BRIDGED_MS = 7 * 86_400_000;
const DAY_MS = 86_400_000;

/**
 * Takes marks of one metric and makes the roll-ups of their days say what the observations say; gives how many days. The
 * marks go with the transaction: whoever is killed leaves them for the next, and a day that is marked meanwhile is marked anew.
 */
export async function recomputeSome(transaction: Transaction, metricId: string): Promise<number> {
  const { organizationId } = transaction;
  await transaction.query(`SELECT pg_advisory_xact_lock(hashtextextended('rollup ' || $1::text || $2::text, 0))`, [
    organizationId,
    metricId,
  ]);
  // The statements after the lock see what its last holder has committed.
  const [whole] = await transaction.query<{ markedAt: string }>(
    `SELECT marked_at::text AS "markedAt" FROM dirty_bucket
     WHERE organization_id = $1 AND metric_id = $2 AND day = '${WHOLE}'`,
    [organizationId, metricId],
  );
  if (whole) return recomputeWhole(transaction, metricId, whole.markedAt);
  const taken = await transaction.query<{ day: string }>(
    `WITH due AS (
       SELECT day FROM dirty_bucket WHERE organization_id = $1 AND metric_id = $2 AND day <> '${WHOLE}'
       ORDER BY day LIMIT ${DAYS_AT_ONCE} FOR UPDATE SKIP LOCKED
     )
     DELETE FROM dirty_bucket d USING due WHERE d.organization_id = $1 AND d.metric_id = $2 AND d.day = due.day
     RETURNING d.day::text AS day`,
    [organizationId, metricId],
  );
  const days = taken.map(({ day }) => day).sort();
  // Read once the marks are taken: a clock that is changed from now on marks everything after them.
  const calendar = await calendarOf(transaction);
  for (const [from, to] of stretches(days)) await recompute(transaction, metricId, from, to, calendar);
  return days.length;
}

/**
 * Everything of a metric anew, in one transaction: nobody sees days of two clocks beside one another. The mark is not
 * locked meanwhile, so that whoever changes the clock again does not wait; if that happens, the mark stays.
 */
async function recomputeWhole(transaction: Transaction, metricId: string, markedAt: string): Promise<number> {
  const { organizationId } = transaction;
  const calendar = await calendarOf(transaction);
  const seen = await transaction.query<{ day: string }>(
    `SELECT DISTINCT (observed_at AT TIME ZONE 'UTC')::date::text AS day FROM observation
     WHERE organization_id = $1 AND metric_id = $2 ORDER BY 1`,
    [organizationId, metricId],
  );
  const days = seen.map(({ day }) => day);
  await transaction.query('DELETE FROM rollup WHERE organization_id = $1 AND metric_id = $2', [
    organizationId,
    metricId,
  ]);
  for (let first = 0; first < days.length; first += DAYS_AT_ONCE)
    for (const [from, to] of stretches(days.slice(first, first + DAYS_AT_ONCE)))
      await recompute(transaction, metricId, from, to, calendar);
  await transaction.query(
    `DELETE FROM dirty_bucket
     WHERE organization_id = $1 AND metric_id = $2 AND day = '${WHOLE}' AND marked_at = $3::timestamptz`,
    [organizationId, metricId, markedAt],
  );
  return days.length + 1;
}

async function calendarOf({ query, organizationId }: Transaction): Promise<Calendar> {
  const [row] = await query<Calendar>(
    'SELECT time_zone AS "timeZone", week_start AS "weekStart" FROM organization WHERE id = $1',
    [organizationId],
  );
  return row!;
}

/** Days of UTC that are near to one another, as moments from the first to the end of the last. */
function stretches(days: readonly string[]): [number, number][] {
  const found: [number, number][] = [];
  for (const day of days) {
    const from = Date.parse(day);
    const last = found.at(-1);
    if (last && from - last[1] <= BRIDGED_MS) last[1] = from + DAY_MS;
    else found.push([from, from + DAY_MS]);
  }
  return found;
}

const MOST_KEPT = 40;
const kept = new Map<string, readonly string[]>();

/** Metrics of one file are cut at the same moments one after the other; a year has nearly nine thousand of them. */
function edgesOf(from: number, to: number, grain: Grain, calendar: Calendar): readonly string[] {
  const key = JSON.stringify([from, to, grain, calendar.timeZone, calendar.weekStart]);
  let edges = kept.get(key);
  if (!edges) {
    edges = bucketEdges(from, to, grain, calendar).map(instant);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, edges);
  }
  return edges;
}

async function recompute(
  transaction: Transaction,
  metricId: string,
  from: number,
  to: number,
  calendar: Calendar,
): Promise<void> {
  const edges = (grain: Grain) => edgesOf(from, to, grain, calendar);
  await hoursOfObservations(transaction, metricId, edges('hour'));
  await merged(transaction, metricId, 'hour', 'day', edges('day'));
  for (const grain of ['week', 'month', 'quarter'] as const)
    await merged(transaction, metricId, 'day', grain, edges(grain));
}

const clear = (transaction: Transaction, metricId: string, grain: Grain, edges: readonly string[]): Promise<unknown> =>
  transaction.query(
    `DELETE FROM rollup WHERE organization_id = $1 AND metric_id = $2 AND grain = $3 AND bucket >= $4 AND bucket < $5`,
    [transaction.organizationId, metricId, grain, edges[0], edges.at(-1)],
  );

async function hoursOfObservations(
  transaction: Transaction,
  metricId: string,
  edges: readonly string[],
): Promise<void> {
  await clear(transaction, metricId, 'hour', edges);
  await transaction.query(
    `WITH rated AS (
       SELECT EXISTS (SELECT FROM metric_version WHERE organization_id = $1 AND metric_id = $2 AND scale_minimum IS NOT NULL) AS yes
     ), seen AS MATERIALIZED (
       SELECT m.margin_id AS cut, width_bucket(o.observed_at, $5::timestamptz[]) AS place, o.observed_at, o.natural_key,
         o.value, o.n
       FROM observation o JOIN segment_margin m ON m.organization_id = $1 AND m.segment_set_id = o.segment_set_id
       WHERE o.organization_id = $1 AND o.metric_id = $2 AND o.observed_at >= $3 AND o.observed_at < $4
     ), tally AS (
       SELECT cut, place, count(*) AS observations, sum(n ${IN_ORDER}) AS n, sum(value ${IN_ORDER}) AS sum,
         sum(value * value ${IN_ORDER}) AS sum_of_squares, min(value) AS minimum, max(value) AS maximum,
         (array_agg(value ORDER BY observed_at DESC, value DESC))[1] AS last_value, max(observed_at) AS last_at
       FROM seen GROUP BY cut, place
     ), counted AS (
       SELECT cut, place, jsonb_object_agg(value::text, times) AS counts
       FROM (SELECT cut, place, value, count(*) AS times FROM seen, rated WHERE rated.yes GROUP BY cut, place, value) AS each
       GROUP BY cut, place
     )
     INSERT INTO rollup (${COLUMNS})
     SELECT $1, $2, 'hour', t.cut, ($5::timestamptz[])[t.place], t.observations, t.n, t.sum, t.sum_of_squares, t.minimum,
       t.maximum, t.last_value, t.last_at, c.counts
     FROM tally t LEFT JOIN counted c USING (cut, place)`,
    [transaction.organizationId, metricId, edges[0], edges.at(-1), edges],
  );
}

async function merged(
  transaction: Transaction,
  metricId: string,
  parts: Grain,
  grain: Grain,
  edges: readonly string[],
): Promise<void> {
  await clear(transaction, metricId, grain, edges);
  await transaction.query(
    `WITH part AS MATERIALIZED (
       SELECT r.*, width_bucket(r.bucket, $5::timestamptz[]) AS place FROM rollup r
       WHERE organization_id = $1 AND metric_id = $2 AND grain = $6 AND bucket >= $3 AND bucket < $4
     ), tally AS (
       SELECT segment_set_id AS cut, place, sum(observations)::bigint AS observations, sum(n ORDER BY bucket) AS n,
         sum(sum ORDER BY bucket) AS sum, sum(sum_of_squares ORDER BY bucket) AS sum_of_squares, min(minimum) AS minimum,
         max(maximum) AS maximum, (array_agg(last_value ORDER BY last_at DESC, last_value DESC))[1] AS last_value,
         max(last_at) AS last_at
       FROM part GROUP BY segment_set_id, place
     ), counted AS (
       SELECT cut, place, jsonb_object_agg(rating, times) AS counts
       FROM (SELECT p.segment_set_id AS cut, p.place, c.key AS rating, sum(c.value::bigint)::bigint AS times
             FROM part p CROSS JOIN LATERAL jsonb_each_text(p.counts) AS c GROUP BY 1, 2, 3) AS each
       GROUP BY cut, place
     )
     INSERT INTO rollup (${COLUMNS})
     SELECT $1, $2, $7, t.cut, ($5::timestamptz[])[t.place], t.observations, t.n, t.sum, t.sum_of_squares, t.minimum,
       t.maximum, t.last_value, t.last_at, c.counts
     FROM tally t LEFT JOIN counted c USING (cut, place)`,
    [transaction.organizationId, metricId, edges[0], edges.at(-1), edges, parts, grain],
  );
}
