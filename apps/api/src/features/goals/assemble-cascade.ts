import {
  type Aggregation,
  CASCADE_FINDINGS,
  type CascadeFinding,
  type CascadeTarget,
  type Direction,
  evaluateFormula,
  FormulaError,
  jointOf,
  type JointStatus,
  judgedTarget,
  metricJoint,
  parseFormula,
  MEASURED_AGGREGATIONS,
  measureOf,
  type Tally,
} from '@touchstone/domain';
import type { CascadeMetricType, CascadeObjectiveType, GoalCascadeType } from './goal.type.js';

interface Goal {
  readonly id: string;
  readonly name: string;
  readonly statement: string;
  readonly dueOn: string | null;
  readonly version: number;
}

interface Objective extends Pick<CascadeObjectiveType, 'id' | 'goalId' | 'name' | 'statement' | 'domains' | 'version'> {
  readonly metricIds: readonly string[];
}

interface Metric extends Pick<CascadeMetricType, 'id' | 'key' | 'name' | 'class' | 'unit' | 'ownerTeamName'> {
  readonly aggregation: Aggregation;
  readonly direction: Direction;
  readonly scaleMinimum: number | null;
  readonly scaleMaximum: number | null;
  readonly formula: string | null;
  readonly targets: readonly (CascadeTarget & { readonly objectiveId: string | null })[];
  readonly rollup: (Omit<Tally, 'lastAt'> & { readonly bucket: string; readonly lastAt: string }) | null;
}

export interface CascadeFacts {
  readonly today: string;
  readonly minimumGroupSize: number;
  readonly goals: readonly Goal[];
  readonly objectives: readonly Objective[];
  readonly metrics: readonly Metric[];
  readonly archive: GoalCascadeType['archive'];
}

interface Latest {
  readonly value: number;
  readonly bucket: string;
}

/** Judges every joint, from the targets up. */
export function assembleCascade(facts: CascadeFacts): GoalCascadeType {
  const latest = latestValues(facts);
  const counts = new Map<CascadeFinding, number>();
  const found = <Finding extends CascadeFinding>(findings: readonly Finding[]): never[] => {
    for (const finding of findings) counts.set(finding, (counts.get(finding) ?? 0) + 1);
    // The enum of the schema has the domain's own words as its values.
    return [...findings] as never[];
  };

  const objectiveOf = ({ metricIds, ...objective }: Objective): CascadeObjectiveType => {
    const joined = facts.metrics
      .filter(({ id }) => metricIds.includes(id))
      .map((metric) => {
        const value = latest(metric.key);
        const targets = targetsFor(metric, objective.id);
        const { status, findings } = metricJoint(metric.direction, targets, facts.today, value?.value ?? null);
        return {
          id: metric.id,
          key: metric.key,
          name: metric.name,
          class: metric.class,
          unit: metric.unit,
          direction: metric.direction as CascadeMetricType['direction'],
          ownerTeamName: metric.ownerTeamName,
          target: judgedTarget(targets, facts.today) ?? null,
          actual: value?.value ?? null,
          measuredIn: value?.bucket ?? null,
          status: status as CascadeMetricType['status'],
          findings: found(findings),
        };
      });
    const findings: CascadeFinding[] = [
      ...(objective.goalId ? [] : (['objective_without_goal'] as const)),
      ...(joined.length > 0 ? [] : (['objective_without_metric'] as const)),
    ];
    const status = jointOf(joined.map((each) => each.status) as JointStatus[], 'verbal');
    return { ...objective, status: status as never, findings: found(findings), metrics: joined };
  };
  const objectives = facts.objectives.map(objectiveOf);
  const goals = facts.goals.map((goal) => {
    const own = objectives.filter(({ goalId }) => goalId === goal.id);
    const status = jointOf(own.map((each) => each.status) as JointStatus[], 'empty');
    const findings = own.length > 0 ? [] : (['goal_without_objective'] as const);
    return { ...goal, status: status as never, findings: found(findings), objectives: own };
  });
  return {
    goals,
    orphans: objectives.filter(({ goalId }) => goalId === null),
    findings: CASCADE_FINDINGS.filter((finding) => counts.has(finding)).map((finding) => ({
      finding: finding as never,
      count: counts.get(finding) as number,
    })),
    archive: facts.archive,
  };
}

/** What was agreed for the objective; where nothing was, what the metric should reach anyway. */
function targetsFor({ targets }: Metric, objectiveId: string): Metric['targets'] {
  const own = targets.filter((target) => target.objectiveId === objectiveId);
  return own.length > 0 ? own : targets.filter((target) => target.objectiveId === null);
}

/**
 * The number of the latest month by key. A formula takes the numbers of one and the same month. What too few people
 * answered is withheld, here as everywhere.
 */
function latestValues({ metrics, minimumGroupSize }: CascadeFacts): (key: string) => Latest | null {
  const byKey = new Map(metrics.map((metric) => [metric.key, metric]));
  const known = new Map<string, Latest | null>();
  const latest = (key: string): Latest | null => {
    const ready = known.get(key);
    if (ready !== undefined) return ready;
    // Stored first: a circle, which saving refuses, would otherwise never end.
    known.set(key, null);
    const metric = byKey.get(key);
    const value = metric?.formula ? ofFormula(metric.formula) : metric ? ofRollup(metric) : null;
    known.set(key, value);
    return value;
  };
  const ofRollup = (metric: Metric): Latest | null => {
    const { rollup, scaleMinimum, scaleMaximum } = metric;
    const aggregation = MEASURED_AGGREGATIONS.find((each) => each === metric.aggregation);
    if (!rollup || !aggregation || (metric.class === 'perception' && rollup.n < minimumGroupSize)) return null;
    const tally = { ...rollup, lastAt: Date.parse(rollup.lastAt) };
    const { value } = measureOf({ definition: { aggregation, scaleMinimum, scaleMaximum }, tally });
    return value === null ? null : { value, bucket: rollup.bucket };
  };
  const ofFormula = (text: string): Latest | null => {
    const buckets = new Set<string>();
    try {
      const { value } = evaluateFormula(parseFormula(text), (key) => {
        const part = latest(key);
        if (part) buckets.add(part.bucket);
        return part?.value ?? null;
      });
      const [bucket] = buckets;
      return value === null || bucket === undefined || buckets.size > 1 ? null : { value, bucket };
    } catch (error) {
      if (error instanceof FormulaError) return null;
      throw error;
    }
  };
  return latest;
}
