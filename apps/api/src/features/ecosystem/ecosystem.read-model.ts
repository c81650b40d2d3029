import { Injectable } from '@nestjs/common';
import {
  type CellPart,
  type Ecosystem,
  type EcosystemPlace,
  ecosystemOf,
  NotFoundError,
  scoreOf,
  startOfDay,
  ValidationError,
  windowOf,
} from '@touchstone/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import type { LifecycleEnum } from '../journeys/index.js';
import {
  ACCOUNTABLE_TODAY,
  type BoardFacts,
  type BoardMetric,
  StandingBoard,
  withMetricFacts,
} from '../standings/index.js';
import type {
  EcosystemCellDetailType,
  EcosystemCellType,
  EcosystemMeasureEnum,
  EcosystemProductType,
  EcosystemTouchpointType,
  EcosystemType,
  UnplacedJourneyType,
} from './ecosystem.type.js';

type MatrixFacts = BoardFacts & {
  readonly products: readonly EcosystemProductType[];
  readonly places: readonly EcosystemPlace[];
  readonly unplaced: UnplacedJourneyType[];
};

type CellFacts = BoardFacts & {
  readonly product: EcosystemProductType | null;
  readonly touchpoints: readonly (Omit<EcosystemTouchpointType, 'metrics'> & {
    readonly metricIds: readonly string[];
  })[];
  readonly wholeMetricIds: readonly string[];
};

/** What there is of a year and the month of the year before. */
const LONGEST = 12;

/** The whole experience on one page: products × stages of the customer's life. One statement over roll-ups. */
@Injectable()
export class EcosystemReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async matrix(principal: Principal, measure: EcosystemMeasureEnum, months: number): Promise<EcosystemType> {
    if (!(months >= 1 && months <= LONGEST))
      throw ValidationError.of('months', 'out_of_range', `Between 1 and ${LONGEST}.`, { minimum: 1, maximum: LONGEST });
    const [row] = await this.unitOfWork.read(principal, ({ query, organizationId }) =>
      query<{ facts: MatrixFacts }>(MATRIX, [organizationId]),
    );
    const { facts } = row as { facts: MatrixFacts };
    const byId = new Map(facts.metrics.map((metric) => [metric.id, metric]));
    const from = firstMoment(facts, months);
    const ecosystem = ecosystemOf({
      products: facts.products,
      places: facts.places,
      part: (id) => partOf(byId.get(id), measure, from, facts.minimumGroupSize),
    });
    return {
      ...typeOf(ecosystem),
      from: new Date(from),
      minimumGroupSize: facts.minimumGroupSize,
      unplaced: facts.unplaced,
    };
  }

  async cell(principal: Principal, productId: string, lifecycle: LifecycleEnum): Promise<EcosystemCellDetailType> {
    const [row] = await this.unitOfWork.read(principal, ({ query, organizationId }) =>
      query<{ facts: CellFacts }>(CELL, [organizationId, rowId(productId, 'Product'), lifecycle]),
    );
    const { facts } = row as { facts: CellFacts };
    if (!facts.product) throw new NotFoundError('Product');
    const board = new StandingBoard(facts, new Date());
    return {
      product: facts.product,
      lifecycle,
      touchpoints: facts.touchpoints.map(({ metricIds, ...touchpoint }) => ({
        ...touchpoint,
        metrics: board.typesOf(metricIds),
      })),
      metrics: board.typesOf(facts.wholeMetricIds),
    };
  }
}

/** The beginning of the month that lies so many months back; the month that is running counts as one. */
function firstMoment({ today, timeZone }: BoardFacts, months: number): number {
  const [year, month] = today.split('-').map(Number) as [number, number];
  return startOfDay(new Date(Date.UTC(year, month - months, 1)).toISOString().slice(0, 10), timeZone);
}

function partOf(
  metric: BoardMetric | undefined,
  measure: EcosystemMeasureEnum,
  from: number,
  minimumGroupSize: number,
): CellPart | 'suppressed' | null {
  if (!metric || metric.class !== 'perception') return null;
  const own = measure !== ('perception' as EcosystemMeasureEnum);
  if (own && metric.aggregation !== (measure as string)) return null;
  const window = windowOf(metric, from, minimumGroupSize);
  if (window === null || window === 'suppressed') return window;
  const score = scoreOf(metric, window);
  if (!score) return null;
  return { ...(own ? window : score), score, n: window.n };
}

function typeOf({ rows, stages, index, volumeBasis }: Ecosystem<EcosystemProductType>) {
  return {
    rows: rows.map((row) => ({
      ...row,
      cells: row.cells.map(({ value, lifecycle, ...cell }) => ({
        ...cell,
        lifecycle: lifecycle as EcosystemCellType['lifecycle'],
        value: value?.value ?? null,
        lower: value?.lower ?? null,
        upper: value?.upper ?? null,
      })),
    })),
    stages: stages.map((stage) => ({ ...stage, lifecycle: stage.lifecycle as EcosystemCellType['lifecycle'] })),
    index,
    volumeBasis: volumeBasis as EcosystemType['volumeBasis'],
  };
}

/** Stages of live journeys in their current state, by product and stage of life; `which` narrows them down. */
const standing = (which: string): string => `
  standing AS (
    SELECT j.id AS journey_id, j.name AS journey_name, j.product_id, s.id AS stage_id, s.name AS stage_name, s.position,
      coalesce(s.lifecycle, j.lifecycle) AS lifecycle
    FROM journey j JOIN product r ON r.organization_id = $1 AND r.id = j.product_id AND r.archived_at IS NULL
    JOIN journey_stage s ON s.organization_id = $1 AND s.journey_id = j.id
    WHERE j.organization_id = $1 AND j.archived_at IS NULL AND j.state = 'current'
      AND coalesce(s.lifecycle, j.lifecycle) IS NOT NULL ${which}
  ), placed AS (
    SELECT s.*, p.touchpoint_id, u.name, p.position AS place FROM standing s
    JOIN touchpoint_placement p ON p.organization_id = $1 AND p.stage_id = s.stage_id
    JOIN touchpoint u ON u.organization_id = $1 AND u.id = p.touchpoint_id AND u.existence = 'existing'
      AND u.archived_at IS NULL
  ), whole AS (
    SELECT s.product_id, s.lifecycle, l.metric_id FROM standing s
    JOIN metric_link l ON l.organization_id = $1 AND l.stage_id = s.stage_id
    UNION
    SELECT j.product_id, j.lifecycle, l.metric_id FROM journey j
    JOIN metric_link l ON l.organization_id = $1 AND l.journey_id = j.id
    WHERE j.organization_id = $1 AND j.lifecycle IS NOT NULL AND j.id IN (SELECT journey_id FROM standing)
  ), spoken AS (
    SELECT p.product_id, p.lifecycle, l.metric_id FROM placed p
    JOIN metric_link l ON l.organization_id = $1 AND l.touchpoint_id = p.touchpoint_id
    UNION
    SELECT product_id, lifecycle, metric_id FROM whole
  ),`;

const PRODUCT_JSON = `json_build_object('id', r.id, 'name', r.name, 'volume', r.volume)`;

const MATRIX = withMetricFacts(
  standing(''),
  `SELECT metric_id FROM spoken`,
  `'products', (SELECT coalesce(json_agg(${PRODUCT_JSON} ORDER BY r.volume DESC NULLS LAST, lower(r.name), r.id), '[]')
    FROM product r WHERE r.organization_id = $1 AND r.archived_at IS NULL),
   'places', (SELECT coalesce(json_agg(json_build_object('productId', c.product_id, 'lifecycle', c.lifecycle,
      'touchpoints', (SELECT count(DISTINCT p.touchpoint_id)::int FROM placed p
        WHERE p.product_id = c.product_id AND p.lifecycle = c.lifecycle),
      'metricIds', (SELECT coalesce(json_agg(DISTINCT k.metric_id), '[]') FROM spoken k
        WHERE k.product_id = c.product_id AND k.lifecycle = c.lifecycle))), '[]')
    FROM (SELECT DISTINCT product_id, lifecycle FROM standing) c),
   'unplaced', (SELECT coalesce(json_agg(json_build_object('journeyId', j.id, 'name', j.name,
      'hasProduct', j.product_id IS NOT NULL) ORDER BY lower(j.name), j.id), '[]')
    FROM journey j WHERE j.organization_id = $1 AND j.archived_at IS NULL AND j.state = 'current'
      AND NOT EXISTS (SELECT FROM standing s WHERE s.journey_id = j.id)
      AND NOT EXISTS (SELECT FROM product r WHERE r.organization_id = $1 AND r.id = j.product_id
        AND r.archived_at IS NOT NULL))`,
);

const CELL = withMetricFacts(
  standing('AND j.product_id = $2 AND coalesce(s.lifecycle, j.lifecycle) = $3'),
  `SELECT metric_id FROM spoken`,
  `'product', (SELECT ${PRODUCT_JSON} FROM product r WHERE r.organization_id = $1 AND r.id = $2),
   'touchpoints', (SELECT coalesce(json_agg(json_build_object('touchpointId', p.touchpoint_id, 'name', p.name,
      'journeyId', p.journey_id, 'journeyName', p.journey_name, 'stageName', p.stage_name,
      'teamName', (SELECT w.name FROM team w WHERE w.organization_id = $1
        AND w.id = ${ACCOUNTABLE_TODAY('p.touchpoint_id')}),
      'metricIds', (SELECT coalesce(json_agg(DISTINCT l.metric_id), '[]') FROM metric_link l
        WHERE l.organization_id = $1 AND l.touchpoint_id = p.touchpoint_id))
      ORDER BY lower(p.journey_name), p.position, p.place), '[]') FROM placed p),
   'wholeMetricIds', (SELECT coalesce(json_agg(DISTINCT w.metric_id), '[]') FROM whole w WHERE w.lifecycle = $3)`,
);
