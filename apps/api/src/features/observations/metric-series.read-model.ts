import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { assembleControl } from './assemble-control.js';
import { assembleSeries } from './assemble-series.js';
import { GapReasonEnum, type MetricSeriesType } from './metric-series.type.js';
import { type SeriesAsked, seriesFacts } from './series-facts.js';

/** Metrics over time, from roll-ups alone: what a page costs does not depend on how much was observed. */
@Injectable()
export class MetricSeriesReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async series(principal: Principal, asked: SeriesAsked): Promise<MetricSeriesType> {
    const facts = await this.unitOfWork.read(principal, (transaction) => seriesFacts(transaction, asked));
    const { timeZone, minimumGroupSize, lastAt, pending, breaks } = facts;
    const points = assembleSeries(facts, asked);
    return {
      metricId: asked.metricId,
      grain: asked.grain,
      timeZone,
      minimumGroupSize,
      lastAt,
      pending,
      breaks: [...breaks],
      points: points
        .filter(({ control: { at } }) => at >= asked.from.getTime() && at < asked.to.getTime())
        .map(({ bucket, value, lower, upper, n, observations, reason, reasonMetric }) => ({
          bucket: new Date(bucket),
          value,
          lower,
          upper,
          n,
          observations,
          suppressed: reason === GapReasonEnum.TOO_FEW,
          reason,
          reasonMetric,
        })),
      control: assembleControl(facts, asked, points),
    };
  }
}
