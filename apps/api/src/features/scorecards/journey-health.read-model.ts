import { Injectable } from '@nestjs/common';
import { type JourneyHealth, journeyHealth, NotFoundError, staleBefore, ValidationError } from '@touchstone/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import type { HealthType, JourneyHealthSummaryType, JourneyHealthType, StageHealthType } from './health.type.js';
import { ACCOUNTABLE_TODAY, type BoardFacts, StandingBoard, withMetricFacts } from '../standings/index.js';

interface Placed {
  readonly touchpointId: string;
  readonly name: string;
  readonly teamName: string | null;
  readonly emotion: number | null;
  readonly emotionN: number | null;
  readonly emotionJudgedBy: string | null;
  readonly confirmedAt: string;
  readonly stale: boolean;
  readonly metricIds: readonly string[];
}

interface Stage {
  readonly stageId: string;
  readonly name: string;
  readonly lifecycle: string | null;
  readonly metricIds: readonly string[];
  readonly touchpoints: readonly Placed[];
}

interface Journey {
  readonly journeyId: string;
  readonly name: string;
  readonly productName: string | null;
  readonly metricIds: readonly string[];
  readonly stages: readonly Stage[];
}

type Facts = BoardFacts & { readonly journeys: readonly Journey[] };

const MOST_AT_ONCE = 500;

/** How journeys go, from their maps and from roll-ups: one statement, however many journeys are asked for. */
@Injectable()
export class JourneyHealthReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async one(principal: Principal, id: string): Promise<JourneyHealthType> {
    const { facts, board } = await this.facts(principal, [rowId(id, 'Journey')]);
    const [journey] = facts.journeys;
    if (!journey) throw new NotFoundError('Journey');
    return {
      journeyId: journey.journeyId,
      name: journey.name,
      productName: journey.productName,
      minimumGroupSize: facts.minimumGroupSize,
      health: healthOfJourney(journey, board),
      stages: journey.stages.map((stage) => stageOf(stage, board)),
      metrics: board.typesOf(journey.metricIds),
    };
  }

  /** In no order; one that is not there is an error, as it is alone. */
  async many(principal: Principal, ids: readonly string[]): Promise<JourneyHealthSummaryType[]> {
    if (ids.length > MOST_AT_ONCE) {
      const maximum = MOST_AT_ONCE;
      throw ValidationError.of('ids', 'out_of_range', `Ask for at most ${maximum} at once.`, { maximum });
    }
    const { facts, board } = await this.facts(
      principal,
      ids.map((id) => rowId(id, 'Journey')),
    );
    if (facts.journeys.length < new Set(ids).size) throw new NotFoundError('Journey');
    return facts.journeys.map((journey) => ({
      journeyId: journey.journeyId,
      health: healthOfJourney(journey, board),
    }));
  }

  private async facts(principal: Principal, ids: readonly string[]): Promise<{ facts: Facts; board: StandingBoard }> {
    const now = new Date();
    const [row] = await this.unitOfWork.read(principal, ({ query, organizationId }) =>
      query<{ facts: Facts }>(STATEMENT, [organizationId, ids, staleBefore(now)]),
    );
    const { facts } = row as { facts: Facts };
    return { facts, board: new StandingBoard(facts, now) };
  }
}

/** A stage or a whole journey, as the API shows its health. */
export function healthTypeOf({ perception, ...health }: JourneyHealth): HealthType {
  const { score, metrics, n } = perception;
  return {
    ...(health as Omit<HealthType, 'perception'>),
    perception: {
      score: score?.value ?? null,
      lower: score?.lower ?? null,
      upper: score?.upper ?? null,
      metrics,
      n,
    },
  };
}

const placedOf = ({ teamName, ...touchpoint }: Placed) => ({ ...touchpoint, owned: teamName !== null });

const healthOfJourney = (journey: Journey, board: StandingBoard): HealthType =>
  healthTypeOf(
    journeyHealth({
      touchpoints: journey.stages.flatMap(({ touchpoints }) => touchpoints.map(placedOf)),
      wholeMetricIds: [...journey.metricIds, ...journey.stages.flatMap(({ metricIds }) => metricIds)],
      standing: board.standing,
    }),
  );

const stageOf = ({ metricIds, touchpoints, ...stage }: Stage, board: StandingBoard): StageHealthType => ({
  ...stage,
  lifecycle: stage.lifecycle as StageHealthType['lifecycle'],
  health: healthTypeOf(
    journeyHealth({ touchpoints: touchpoints.map(placedOf), wholeMetricIds: metricIds, standing: board.standing }),
  ),
  touchpoints: touchpoints.map(({ metricIds: ids, ...touchpoint }) => ({
    ...touchpoint,
    metrics: board.typesOf(ids),
  })),
  metrics: board.typesOf(metricIds),
});

/** Metrics of the links `l` that the condition keeps, archived ones left out, as a list of ids. */
const metricIds = (condition: string): string => `(SELECT coalesce(json_agg(DISTINCT l.metric_id), '[]')
  FROM metric_link l JOIN metric k ON k.organization_id = $1 AND k.id = l.metric_id AND k.archived_at IS NULL
  WHERE l.organization_id = $1 AND ${condition})`;

/** Of the journeys $2; what nobody has confirmed since $3 is stale. Touchpoints of the future are not measured yet. */
const STATEMENT = withMetricFacts(
  `asked AS (
    SELECT * FROM journey WHERE organization_id = $1 AND id = ANY($2::uuid[])
  ), stage AS (
    SELECT s.* FROM asked j JOIN journey_stage s ON s.organization_id = $1 AND s.journey_id = j.id
  ), placed AS (
    SELECT p.*, u.name FROM stage s JOIN touchpoint_placement p ON p.organization_id = $1 AND p.stage_id = s.id
    JOIN touchpoint u ON u.organization_id = $1 AND u.id = p.touchpoint_id AND u.existence = 'existing'
  ),`,
  `SELECT l.metric_id FROM metric_link l JOIN placed p ON p.touchpoint_id = l.touchpoint_id WHERE l.organization_id = $1
   UNION SELECT l.metric_id FROM metric_link l JOIN stage s ON s.id = l.stage_id WHERE l.organization_id = $1
   UNION SELECT l.metric_id FROM metric_link l JOIN asked j ON j.id = l.journey_id WHERE l.organization_id = $1`,
  `'journeys', (SELECT coalesce(json_agg(json_build_object('journeyId', j.id, 'name', j.name,
      'productName', (SELECT r.name FROM product r WHERE r.organization_id = $1 AND r.id = j.product_id),
      'metricIds', ${metricIds('l.journey_id = j.id')},
      'stages', (SELECT coalesce(json_agg(json_build_object('stageId', s.id, 'name', s.name,
          'lifecycle', coalesce(s.lifecycle, j.lifecycle), 'metricIds', ${metricIds('l.stage_id = s.id')},
          'touchpoints', (SELECT coalesce(json_agg(json_build_object('touchpointId', p.touchpoint_id, 'name', p.name,
              'teamName', (SELECT w.name FROM team w WHERE w.organization_id = $1
                AND w.id = ${ACCOUNTABLE_TODAY('p.touchpoint_id')}),
              'emotion', p.emotion, 'emotionN', p.emotion_n, 'emotionJudgedBy', p.emotion_judged_by,
              'confirmedAt', p.confirmed_at, 'stale', p.confirmed_at < $3::timestamptz,
              'metricIds', ${metricIds('l.touchpoint_id = p.touchpoint_id')}) ORDER BY p.position), '[]')
            FROM placed p WHERE p.stage_id = s.id)) ORDER BY s.position), '[]')
        FROM stage s WHERE s.journey_id = j.id))), '[]') FROM asked j)`,
);
