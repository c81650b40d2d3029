import { checkArray, checkFiniteOrNull, checkObject, checkPositiveInteger, isRecord } from '../checks/index.js';
import { describe } from '../checks/describe.js';
import { netScore } from './net-score.js';
import type { NpsCounts } from './nps-counts.js';

/** One answer with the segment that it belongs to. */
export interface SegmentRecord {
  /** Name of the segment; `null` is reported as "(none)". */
  segment: string | null;
  /** Whole number from 0 to 10; `null` is a missing score. */
  score: number | null;
}

/** Argument of {@link segmentsSuppression}. */
export interface SegmentsSuppressionInput {
  /** Answers, in any order. */
  records: readonly SegmentRecord[];
  /** Smallest number of valid scores that is published, a whole number of at least 1; 5 when left out. */
  minN?: number;
}

/** What is published of the whole. */
export interface PublishedScore {
  /** Valid scores; `null` when suppressed. */
  n: number | null;
  /** Net Promoter Score in points, −100 to 100; `null` when suppressed or without valid scores. */
  nps: number | null;
  /** `true` when n and nps are withheld. */
  suppressed: boolean;
}

/**
 * Why a segment is withheld: it is itself too small ("primary"), or the difference between the overall result and the
 * published segments would reveal one that is ("complementary").
 */
export type SuppressionReason = 'primary' | 'complementary';

/** What is published of one segment. */
export interface PublishedSegment extends PublishedScore {
  /** Why the segment is withheld; `null` when it is published. */
  reason: SuppressionReason | null;
}

/** Result of {@link segmentsSuppression}. */
export interface SegmentsSuppressionResult {
  /** All records together. */
  overall: PublishedScore;
  /** Each segment by its name. */
  segments: Record<string, PublishedSegment>;
}

const NO_SEGMENT = '(none)';

/** A valid record returns early: the names for an error are put together only when there is one. */
function checkRecord(record: SegmentRecord, i: number): SegmentRecord {
  if (isRecord(record)) {
    const { segment, score } = record;
    const scored = score === null || (Number.isInteger(score) && score >= 0 && score <= 10);
    if (scored && (segment === null || typeof segment === 'string')) return record;
  }
  const { segment, score } = checkObject(`records[${i}]`, record);
  if (segment !== null && typeof segment !== 'string') {
    throw new TypeError(`records[${i}].segment must be text or null, got ${describe(segment)}`);
  }
  checkFiniteOrNull(`records[${i}].score`, score, { integer: true, min: 0, max: 10 });
  return record;
}

function groupBySegment(records: unknown): Map<string, NpsCounts> {
  const groups = new Map<string, NpsCounts>();
  checkArray('records', records).forEach((record, i) => {
    const { segment, score: value } = checkRecord(record as SegmentRecord, i);
    const name = segment ?? NO_SEGMENT;
    const group = groups.get(name) ?? { detractors: 0, passives: 0, promoters: 0 };
    groups.set(name, group);
    if (value === null) return;
    if (value >= 9) group.promoters += 1;
    else if (value >= 7) group.passives += 1;
    else group.detractors += 1;
  });
  return groups;
}

function sizeOf({ detractors, passives, promoters }: NpsCounts): number {
  return detractors + passives + promoters;
}

/** Which segments are withheld, and why. */
function suppress(groups: ReadonlyMap<string, NpsCounts>, minN: number): Map<string, SuppressionReason> {
  const reasons = new Map<string, SuppressionReason>();
  let pooled = 0;
  const sized = [...groups].map(([name, group]) => ({ name, n: sizeOf(group) })).filter(({ n }) => n > 0);
  for (const { name, n } of sized) {
    if (n >= minN) continue;
    reasons.set(name, 'primary');
    pooled += n;
  }
  const bySize = sized.filter(({ name }) => !reasons.has(name)).sort((a, b) => a.n - b.n || (a.name < b.name ? -1 : 1));
  for (const { name, n } of bySize) {
    if (pooled === 0 || pooled >= minN) break;
    reasons.set(name, 'complementary');
    pooled += n;
  }
  return reasons;
}

function published(group: NpsCounts, suppressed: boolean): PublishedScore {
  if (suppressed) return { n: null, nps: null, suppressed };
  const n = sizeOf(group);
  return { n, nps: n === 0 ? null : netScore(group).score, suppressed };
}

/**
 * NPS by segment, withholding what would let a small group be recognised.
 *
 * Formula: a segment with 0 < n < minN is withheld (primary). While the withheld segments together have 0 < n < minN,
 * the smallest published segment that has scores is withheld too (complementary; equal sizes by name), because
 * overall less the published segments would reveal them. With fewer than minN scores overall, the overall result is
 * withheld as well.
 *
 * Units: points, −100 to 100; n counts valid scores. A segment without valid scores has nothing to protect: n = 0,
 * score `null`, not suppressed.
 *
 * Source: Hundepool et al. (2012) Statistical Disclosure Control, ch. 4; Reichheld FF (2003) Harvard Business Review
 * 81(12):46-54.
 *
 * @throws {TypeError | RangeError} when a segment is not text or `null`, a score not a whole number from 0 to 10 or
 * `null`, or `minN` not a whole number of at least 1.
 * @example
 * segmentsSuppression({
 *   records: [
 *     { segment: 'north', score: 10 }, { segment: 'north', score: 9 }, { segment: 'north', score: 3 },
 *     { segment: 'south', score: 8 }, { segment: 'south', score: 2 }, { segment: null, score: 10 },
 *   ],
 *   minN: 2,
 * });
 * // => {
 * //   overall: { n: 6, nps: 16.666667, suppressed: false },
 * //   segments: {
 * //     north: { n: 3, nps: 33.333333, suppressed: false, reason: null },
 * //     south: { n: null, nps: null, suppressed: true, reason: 'complementary' },
 * //     '(none)': { n: null, nps: null, suppressed: true, reason: 'primary' },
 * //   },
 * // }
 */
export function segmentsSuppression(input: SegmentsSuppressionInput): SegmentsSuppressionResult {
  const { records, minN = 5 } = checkObject('input', input);
  checkPositiveInteger('minN', minN);
  const groups = groupBySegment(records);
  const reasons = suppress(groups, minN);
  const overall = { detractors: 0, passives: 0, promoters: 0 };
  for (const group of groups.values()) {
    overall.detractors += group.detractors;
    overall.passives += group.passives;
    overall.promoters += group.promoters;
  }
  const segments = [...groups].map(([name, group]): [string, PublishedSegment] => {
    const reason = reasons.get(name) ?? null;
    return [name, { ...published(group, reason !== null), reason }];
  });
  return { overall: published(overall, sizeOf(overall) < minN), segments: Object.fromEntries(segments) };
}
