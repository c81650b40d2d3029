import { CASCADE_FINDINGS, type CascadeFinding, jointOf, type JointStatus, metricFindings } from '@touchstone/domain';
import { asEnum } from '../../platform/graphql/enum-names.js';
import { type BoardFacts, judgedFor, StandingBoard } from '../standings/index.js';
import type {
  CascadeFindingEnum,
  CascadeMetricType,
  CascadeObjectiveType,
  GoalCascadeType,
  JointStatusEnum,
} from './goal.type.js';

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

export interface CascadeFacts extends BoardFacts {
  readonly goals: readonly Goal[];
  readonly objectives: readonly Objective[];
  readonly archive: GoalCascadeType['archive'];
}

/**
 * Judges every joint, from the targets up, by the number that every other page says of a metric, that of its latest month
 * that may be shown, and by where its months lead: the same reading as that of the objective status.
 */
export function assembleCascade(facts: CascadeFacts, now: Date): GoalCascadeType {
  const board = new StandingBoard(facts, now);
  const counts = new Map<CascadeFinding, number>();
  const found = (findings: readonly CascadeFinding[]): CascadeFindingEnum[] => {
    for (const finding of findings) counts.set(finding, (counts.get(finding) ?? 0) + 1);
    return findings.map((finding) => asEnum<CascadeFindingEnum>(finding));
  };

  const objectiveOf = ({ metricIds, ...objective }: Objective): CascadeObjectiveType => {
    const joined = board.metricsOf(metricIds).map((metric) => {
      const latest = board.standing(metric.id)?.latest ?? null;
      const { target, outlook } = judgedFor(objective.id, metric, board);
      return {
        id: metric.id,
        key: metric.key,
        name: metric.name,
        class: metric.class as CascadeMetricType['class'],
        unit: metric.unit,
        direction: metric.direction as CascadeMetricType['direction'],
        ownerTeamName: metric.ownerTeamName,
        target,
        actual: latest?.value ?? null,
        lower: latest?.lower ?? null,
        upper: latest?.upper ?? null,
        n: latest?.n ?? null,
        suppressed: board.standing(metric.id)?.suppressed ?? false,
        measuredIn: latest && new Date(latest.at),
        status: asEnum<JointStatusEnum>(outlook),
        findings: found(metricFindings(target, outlook, facts.today)),
      };
    });
    const findings: CascadeFinding[] = [
      ...(objective.goalId ? [] : (['objective_without_goal'] as const)),
      ...(joined.length > 0 ? [] : (['objective_without_metric'] as const)),
    ];
    const status = jointOf(joined.map((each) => each.status) as JointStatus[], 'verbal');
    return { ...objective, status: asEnum<JointStatusEnum>(status), findings: found(findings), metrics: joined };
  };
  const objectives = facts.objectives.map(objectiveOf);
  const goals = facts.goals.map((goal) => {
    const own = objectives.filter(({ goalId }) => goalId === goal.id);
    const status = jointOf(own.map((each) => each.status) as JointStatus[], 'empty');
    const findings = own.length > 0 ? [] : (['goal_without_objective'] as const);
    return { ...goal, status: asEnum<JointStatusEnum>(status), findings: found(findings), objectives: own };
  });
  return {
    goals,
    orphans: objectives.filter(({ goalId }) => goalId === null),
    findings: CASCADE_FINDINGS.filter((finding) => counts.has(finding)).map((finding) => ({
      finding: asEnum<CascadeFindingEnum>(finding),
      count: counts.get(finding) as number,
    })),
    archive: facts.archive,
  };
}
