import {
  type CascadeTarget,
  type MetricStanding,
  metricStandings,
  type MonthTally,
  type StandingContext,
  type StandingFacts,
  type TargetOutlook,
  targetOutlook,
} from '@touchstone/domain';
import type { MetricStandingType, MonthPointType } from './standing.type.js';

export interface BoardTarget extends CascadeTarget {
  readonly objectiveId: string | null;
}

/** A metric as the statement gives it. */
export interface BoardMetric extends StandingFacts<BoardTarget> {
  readonly name: string;
  readonly unit: string;
  readonly ownerTeamId: string | null;
  readonly ownerTeamName: string | null;
  readonly brokenOn: string | null;
  readonly months: readonly MonthTally[];
}

export interface BoardFacts {
  readonly today: string;
  readonly minimumGroupSize: number;
  readonly timeZone: string;
  readonly metrics: readonly BoardMetric[];
}

/** The metrics of one answer, each with where it stands. */
export class StandingBoard {
  readonly context: StandingContext;
  private readonly byId: ReadonlyMap<string, BoardMetric>;
  private readonly standings: ReadonlyMap<string, MetricStanding<BoardTarget>>;

  constructor(facts: BoardFacts, now: Date) {
    this.context = { now: now.getTime(), today: facts.today, minimumGroupSize: facts.minimumGroupSize };
    this.byId = new Map(facts.metrics.map((metric) => [metric.id, metric]));
    this.standings = metricStandings(facts.metrics, this.context);
  }

  metric(id: string): BoardMetric | undefined {
    return this.byId.get(id);
  }

  readonly standing = (id: string): MetricStanding<BoardTarget> | undefined => this.standings.get(id);

  /** Those of the metrics that there are, in the order of their names. */
  metricsOf(ids: readonly string[]): BoardMetric[] {
    const wanted = new Set(ids);
    return [...this.byId.values()].filter(({ id }) => wanted.has(id));
  }

  typesOf(ids: readonly string[]): MetricStandingType[] {
    return this.metricsOf(ids).map((metric) => this.typeOf(metric));
  }

  /** Judged by other targets than the metric's own, where these are given. */
  typeOf(metric: BoardMetric, judged: TargetOutlook<BoardTarget> | null = null): MetricStandingType {
    const standing = this.standings.get(metric.id)!;
    const { latest, difference, score } = standing;
    const { outlook, target, projected } = judged ?? standing;
    return {
      metricId: metric.id,
      key: metric.key,
      name: metric.name,
      class: metric.class as MetricStandingType['class'],
      aggregation: metric.aggregation as MetricStandingType['aggregation'],
      unit: metric.unit,
      direction: metric.direction as MetricStandingType['direction'],
      ownerTeamId: metric.ownerTeamId,
      ownerTeamName: metric.ownerTeamName,
      comparableFrom: metric.brokenOn,
      latest: latest && pointOf(latest),
      months: standing.months.map(pointOf),
      suppressed: standing.suppressed,
      change: (difference?.change ?? null) as MetricStandingType['change'],
      difference: difference?.value ?? null,
      differenceLower: difference?.lower ?? null,
      differenceUpper: difference?.upper ?? null,
      outlook: outlook as MetricStandingType['outlook'],
      target,
      projected,
      freshness: standing.freshness as MetricStandingType['freshness'],
      lastAt: standing.lastAt === null ? null : new Date(standing.lastAt),
      score: score?.value ?? null,
    };
  }
}

/** By what was agreed for the objective; where nothing was, by what the metric should reach anyway. */
export function judgedFor(objectiveId: string, metric: BoardMetric, board: StandingBoard): TargetOutlook<BoardTarget> {
  const own = metric.targets.filter((target) => target.objectiveId === objectiveId);
  const targets = own.length > 0 ? own : metric.targets.filter((target) => target.objectiveId === null);
  const { today } = board.context;
  return targetOutlook({ direction: metric.direction, targets, today, months: board.standing(metric.id)!.months });
}

const pointOf = ({ at, value, lower, upper, n }: MetricStanding['months'][number]): MonthPointType => ({
  month: new Date(at),
  value,
  lower,
  upper,
  n,
});
