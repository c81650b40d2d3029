import { Injectable } from '@nestjs/common';
import { type JointStatus, type Outlook, outlookOf } from '@touchstone/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { SERVED } from '../goals/index.js';
import { type BoardFacts, judgedFor, StandingBoard, withMetricFacts } from '../standings/index.js';
import { outlookCounts } from './outlook-counts.js';
import type { GoalStandingType, ObjectiveStandingType, ObjectiveStatusType } from './scorecard.type.js';

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
      const parts = own.map(({ outlook }) => (outlook ?? 'verbal') as JointStatus);
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
  const metrics = board.metricsOf(metricIds).map((metric) => board.typeOf(metric, judgedFor(id, metric, board)));
  const outlook = outlookOf(metrics.map((metric) => metric.outlook as Outlook));
  return { id, name, domains, outlook: outlook as ObjectiveStandingType['outlook'], metrics };
}

const STATEMENT = withMetricFacts(
  SERVED,
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
