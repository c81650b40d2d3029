import {
  CASCADE_FINDINGS,
  type CascadeFinding,
  type CascadeTarget,
  type Direction,
  jointOf,
  type JointStatus,
  judgedTarget,
  metricJoint,
  latestValues,
  type MeasurableMetric,
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

interface Metric extends Pick<CascadeMetricType, 'id' | 'name' | 'unit' | 'ownerTeamName'>, MeasurableMetric {
  readonly class: CascadeMetricType['class'];
  readonly direction: Direction;
  readonly targets: readonly (CascadeTarget & { readonly objectiveId: string | null })[];
}

export interface CascadeFacts {
  readonly today: string;
  readonly minimumGroupSize: number;
  readonly goals: readonly Goal[];
  readonly objectives: readonly Objective[];
  readonly metrics: readonly Metric[];
  readonly archive: GoalCascadeType['archive'];
}

/** Judges every joint, from the targets up. */
export function assembleCascade(facts: CascadeFacts): GoalCascadeType {
  const latest = latestValues(facts.metrics, facts.minimumGroupSize);
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
          measuredIn: value?.value == null ? null : value.bucket,
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
