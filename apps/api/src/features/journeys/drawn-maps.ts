import { Injectable } from '@nestjs/common';
import { KeptPerOrganization } from '../../platform/tenancy/kept-per-organization.js';
import { hangingAt, type JourneyMetricFacts, measured } from './journey-metrics.js';
import type { JourneyMapType } from './journey.type.js';

type MapFacts = Omit<JourneyMapType, 'metrics' | 'metricIds'> & JourneyMetricFacts;

interface DrawnMap {
  /** What the database said, letter by letter. */
  readonly text: string;
  readonly map: JourneyMapType;
  /** From when on a number of it is overdue that was not when it was drawn. */
  readonly until: number;
}

/**
 * Maps as answers, made from what the database says of them. Most readers of a map find it as the one before did: where
 * the database says the very same again, which it is asked each time and with the reader's own rights, what was made of
 * it then is given again. A changed letter, a day's end or an overdue number makes it anew. Nobody may change what is given.
 */
@Injectable()
export class DrawnMaps {
  private readonly kept = new KeptPerOrganization<DrawnMap>({ organizations: 10, each: 8 });

  map(organizationId: string, id: string, text: string, now = Date.now()): JourneyMapType {
    const known = this.kept.get(organizationId, id);
    if (known && known.text === text && now <= known.until) return known.map;
    const facts = JSON.parse(text) as MapFacts;
    const metrics = measured(facts, now);
    const coming = metrics.flatMap(({ overdueAfter }) => overdueAfter ?? []).filter((after) => after >= now);
    const drawn = { text, map: draw(facts, metrics), until: Math.min(...coming) };
    this.kept.keep(organizationId, id, drawn);
    return drawn.map;
  }
}

/** Moments as they travel, so that not every reader's answer reads and writes them anew. */
const moment = (at: Date): Date => new Date(at).toISOString() as unknown as Date;

function draw({ metrics, stages, ...map }: MapFacts, measuredMetrics: JourneyMapType['metrics']): JourneyMapType {
  const at = hangingAt(metrics);
  return {
    ...map,
    metricIds: at(map.id),
    metrics: measuredMetrics.map((metric) => ({ ...metric, lastAt: metric.lastAt && moment(metric.lastAt) })),
    stages: stages.map((stage) => ({
      ...stage,
      metricIds: at(stage.id),
      cells: stage.cells.map((cell) => ({ ...cell, confirmedAt: moment(cell.confirmedAt) })),
      placements: stage.placements.map((placement) => ({
        ...placement,
        confirmedAt: moment(placement.confirmedAt),
        metricIds: at(placement.touchpointId),
      })),
    })),
  };
}
