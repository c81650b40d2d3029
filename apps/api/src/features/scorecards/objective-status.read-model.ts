import { Injectable } from '@nestjs/common';
import { type Outlook, outlookOf, targetOutlook } from '@touchstone/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { withMetricFacts } from './metric-facts.sql.js';
import { outlookCounts } from './outlook-counts.js';
import type { GoalStandingType, ObjectiveStandingType, ObjectiveStatusType } from './scorecard.type.js';
import { type BoardFacts, type BoardMetric, StandingBoard } from './standing-board.js';

interface Objective extends Pick<ObjectiveStandingType, 'id' | 'name' | 'domains'> {
  readonly goalId: string | null;
  readonly metricIds: readonly string[];
}

type Facts = BoardFacts & {
  readonly organizationName: string;
  readonly goals: readonly { readonly id: string; readonly name: string; readonly dueOn: string | null }[];
  readonly objectives: readonly Objective[];
};

/** Goal by goal, how far every objective has come: one statement over roll-ups. */
@Injectable()
export class ObjectiveStatusReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async status(principal: Principal): Promise<ObjectiveStatusType> {
    const [row] = await this.unitOfWork.read(principal, ({ query, organizationId }) =>
      query<{ facts: Facts }>(STATEMENT, [organizationId]),
    );
    const { facts } = row as { facts: Facts };
    const board = new StandingBoard(facts, new Date());
    const objectives = facts.objectives.map((objective) => ({
      goalId: objective.goalId,
      ...standingOf(objective, board),
    }));
    const goalOf = (goal: Pick<GoalStandingType, 'id' | 'name' | 'dueOn'>): GoalStandingType => {
      const own = objectives.filter(({ goalId }) => goalId === goal.id);
      // An objective in words alone leaves its goal undecided, unless another already spoils it.
      const parts = own.map(({ outlook }) => (outlook ?? 'no_data') as Outlook);
      return { ...goal, outlook: outlookOf(parts) as GoalStandingType['outlook'], objectives: own };
    };
    const orphans = goalOf({ id: null, name: null, dueOn: null });
    return {
      today: facts.today,
      organizationName: facts.organizationName,
      minimumGroupSize: facts.minimumGroupSize,
      outlooks: outlookCounts(objectives.flatMap(({ metrics }) => metrics.map(({ outlook }) => outlook as Outlook))),
      goals: [...facts.goals.map(goalOf), ...(orphans.objectives.length > 0 ? [orphans] : [])],
    };
  }
}

function standingOf({ id, name, domains, metricIds }: Objective, board: StandingBoard): ObjectiveStandingType {
  const metrics = metricIds.flatMap((metricId) => {
    const metric = board.metric(metricId);
    return metric ? [board.typeOf(metric, judged(metric, id, board))] : [];
  });
  const outlook = outlookOf(metrics.map((metric) => metric.outlook as Outlook));
  return { id, name, domains, outlook: outlook as ObjectiveStandingType['outlook'], metrics };
}

/** By what was agreed for the objective; where nothing was, by what the metric should reach anyway. */
function judged(metric: BoardMetric, objectiveId: string, board: StandingBoard) {
  const own = metric.targets.filter((target) => target.objectiveId === objectiveId);
  const targets = own.length > 0 ? own : metric.targets.filter((target) => target.objectiveId === null);
  const { today } = board.context;
  return targetOutlook({
    direction: metric.direction,
    targets,
    today,
    months: board.standing(metric.id)!.months,
  });
}

const STATEMENT = withMetricFacts(
  `served AS (
    SELECT DISTINCT s.objective_id, s.metric_id
    FROM (SELECT objective_id, metric_id FROM metric_link WHERE organization_id = $1 AND objective_id IS NOT NULL
          UNION ALL
          SELECT objective_id, metric_id FROM metric_target WHERE organization_id = $1 AND objective_id IS NOT NULL) s
    JOIN experience_objective e ON e.organization_id = $1 AND e.id = s.objective_id AND e.archived_at IS NULL
    JOIN metric m ON m.organization_id = $1 AND m.id = s.metric_id AND m.archived_at IS NULL
  ),`,
  `SELECT metric_id FROM served`,
  `'organizationName', o.name,
   'goals', (SELECT coalesce(json_agg(json_build_object('id', g.id, 'name', g.name, 'dueOn', g.due_on)
      ORDER BY g.due_on NULLS LAST, lower(g.name), g.id), '[]')
    FROM business_goal g WHERE g.organization_id = $1 AND g.archived_at IS NULL),
   'objectives', (SELECT coalesce(json_agg(json_build_object('id', e.id, 'goalId', g.id, 'name', e.name,
      'domains', e.domains,
      'metricIds', (SELECT coalesce(json_agg(s.metric_id), '[]') FROM served s WHERE s.objective_id = e.id))
      ORDER BY lower(e.name), e.id), '[]')
    FROM experience_objective e
    LEFT JOIN business_goal g ON g.organization_id = $1 AND g.id = e.goal_id AND g.archived_at IS NULL
    WHERE e.organization_id = $1 AND e.archived_at IS NULL)`,
);
