import { consistencyIndex, type ConsistencyIndexResult } from '@touchstone/metrics';
import { LIFECYCLE_STAGES, type LifecycleStage } from '../journey/index.js';
import { type Estimate, weightedMean } from './estimate.js';

/** What a metric contributes to the cells it belongs to. */
export interface CellPart extends Estimate {
  /** On the scale from 0 to 100. */
  readonly score: Estimate;
  readonly n: number;
}

export interface EcosystemProduct {
  readonly id: string;
  /** Customers or contacts in a year, as stated; null where nobody has. */
  readonly volume: number | null;
}

/** What stands in a product's journeys at one stage of the customer's life. */
export interface EcosystemPlace {
  readonly productId: string;
  readonly lifecycle: LifecycleStage;
  readonly touchpoints: number;
  readonly metricIds: readonly string[];
}

export interface EcosystemInput<Product extends EcosystemProduct> {
  readonly products: readonly Product[];
  readonly places: readonly EcosystemPlace[];
  readonly part: (metricId: string) => CellPart | 'suppressed' | null;
}

export interface EcosystemCell {
  readonly lifecycle: LifecycleStage;
  readonly touchpoints: number;
  /** Metrics that the value rests on, and those withheld because too few people answered. */
  readonly metrics: number;
  readonly suppressed: number;
  readonly value: Estimate | null;
  readonly score: number | null;
  readonly n: number;
}

export const VOLUME_BASES = ['stated', 'answers'] as const;
export type VolumeBasis = (typeof VOLUME_BASES)[number];

export interface Ecosystem<Product> {
  readonly rows: readonly {
    readonly product: Product;
    readonly cells: readonly EcosystemCell[];
    readonly index: ConsistencyIndexResult;
  }[];
  readonly stages: readonly { readonly lifecycle: LifecycleStage; readonly index: ConsistencyIndexResult }[];
  readonly index: ConsistencyIndexResult;
  readonly volumeBasis: VolumeBasis;
}

/**
 * Products × stages of the customer's life. A cell is the mean of its metrics by answers. What the index weighs a cell by:
 * where every product with answers states its volume, that volume, spread over its cells by their answers; otherwise the
 * answers themselves. Cells withheld have no part in any sum, so that none can be got back from it.
 */
export function ecosystemOf<Product extends EcosystemProduct>(input: EcosystemInput<Product>): Ecosystem<Product> {
  const rows = input.products.map((product) => ({
    product,
    cells: LIFECYCLE_STAGES.map((lifecycle) => {
      const place = input.places.find((each) => each.productId === product.id && each.lifecycle === lifecycle);
      return cellOf(lifecycle, place, input.part);
    }),
  }));
  const answered = (cells: readonly EcosystemCell[]) => cells.reduce((sum, { n }) => sum + n, 0);
  const live = rows.filter(({ cells }) => answered(cells) > 0);
  const stated = live.length > 0 && live.every(({ product }) => product.volume !== null);
  const weighed = rows.map(({ product, cells }) => ({
    product,
    cells,
    weighted: cells.map(({ score, n }) => ({
      score,
      weight: stated && n > 0 ? (product.volume! * n) / answered(cells) : n,
    })),
  }));
  return {
    rows: weighed.map(({ product, cells, weighted }) => ({
      product,
      cells,
      index: consistencyIndex({ cells: weighted }),
    })),
    stages: LIFECYCLE_STAGES.map((lifecycle, at) => ({
      lifecycle,
      index: consistencyIndex({ cells: weighed.map(({ weighted }) => weighted[at]!) }),
    })),
    index: consistencyIndex({ cells: weighed.flatMap(({ weighted }) => weighted) }),
    volumeBasis: stated ? 'stated' : 'answers',
  };
}

function cellOf(
  lifecycle: LifecycleStage,
  place: EcosystemPlace | undefined,
  part: (metricId: string) => CellPart | 'suppressed' | null,
): EcosystemCell {
  const found = (place?.metricIds ?? []).map(part);
  const parts = found.filter((each) => each !== null && each !== 'suppressed');
  const n = parts.reduce((sum, each) => sum + each.n, 0);
  return {
    lifecycle,
    touchpoints: place?.touchpoints ?? 0,
    metrics: parts.length,
    suppressed: found.filter((each) => each === 'suppressed').length,
    value: weightedMean(parts.map((each) => ({ ...each, weight: each.n }))),
    score: weightedMean(parts.map((each) => ({ ...each.score, weight: each.n })))?.value ?? null,
    n,
  };
}
