import { type Grain, hiddenInWhole, shownSegments } from '@touchstone/domain';
import type { SegmentFacts } from './segment-facts.js';
import type { BucketFacts, MetricFacts, SeriesAsked, SeriesFacts } from './series-facts.js';

/** Whether a point of a metric may not be shown: too few people, or what is shown beside it would give a few away. */
export function withheldPoints(
  { people }: MetricFacts,
  { weekStart, minimumGroupSize }: Pick<SeriesFacts, 'weekStart' | 'minimumGroupSize'>,
  { grain, segment }: Pick<SeriesAsked, 'grain' | 'segment'>,
): (point: Pick<BucketFacts, 'bucket' | 'day'>) => boolean {
  if (!people) return () => false;
  const rules = { weekStart, minimumGroupSize };
  const counts = { ...rules, days: people.days, hours: people.hours ?? [] };
  const whole = hiddenInWhole(counts);
  const name = (point: Pick<BucketFacts, 'bucket' | 'day'>) => (grain === 'hour' ? point.bucket : point.day);
  if (!segment) return (point) => whole[grain].has(name(point));
  const segmentDays = people.segmentDays ?? [];
  const shown = shownSegments({ ...counts, whole, segmentDays, segmentHours: people.segmentHours ?? [] });
  return (point) => whole[grain].has(name(point)) || !shown(segment.value, grain as Grain, point.day);
}

type Point = Pick<BucketFacts, 'bucket' | 'day'>;

/** The same for all values of a dimension at once. */
export function withheldSegments(
  { people, weekStart, minimumGroupSize }: SegmentFacts,
  grain: Grain,
): { whole: (point: Point) => boolean; segment: (value: string, point: Point) => boolean } {
  if (!people) return { whole: () => false, segment: () => false };
  const counts = { weekStart, minimumGroupSize, days: people.days, hours: people.hours ?? [] };
  const whole = hiddenInWhole(counts);
  const { segmentDays, segmentHours } = people;
  const shown = shownSegments({ ...counts, whole, segmentDays: segmentDays ?? [], segmentHours: segmentHours ?? [] });
  return {
    whole: ({ bucket, day }) => whole[grain].has(grain === 'hour' ? bucket : day),
    segment: (value, { day }) => !shown(value, grain, day),
  };
}
