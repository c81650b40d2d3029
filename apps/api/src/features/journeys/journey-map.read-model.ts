import { Injectable } from '@nestjs/common';
import { NotFoundError, staleBefore } from '@touchstone/domain';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { JOURNEY_METRICS } from './journey-metric.sql.js';
import { DrawnMaps } from './drawn-maps.js';
import { JOURNEY_FACTS, STAGE_JSON, STAGE_WITH_METRICS_JSON, TODAY } from './journey.sql.js';
import type { JourneyMapType, JourneyStageType } from './journey.type.js';

/** A whole map with its latest numbers, or one stage of it: one statement, whatever stands in it. */
@Injectable()
export class JourneyMapReadModel {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drawn: DrawnMaps,
  ) {}

  map(principal: Principal, id: string): Promise<JourneyMapType> {
    return this.unitOfWork.read(principal, (transaction) => this.mapIn(transaction, id));
  }

  async mapIn({ prepared, organizationId }: Transaction, id: string): Promise<JourneyMapType> {
    const parameters = [organizationId, staleBefore(new Date()), rowId(id, 'Journey')];
    const [row] = await prepared<{ map: string }>(MAP, parameters);
    if (!row) throw new NotFoundError('Journey');
    return this.drawn.map(organizationId, id, row.map);
  }

  async stageIn({ prepared, organizationId }: Transaction, id: string): Promise<JourneyStageType> {
    const parameters = [organizationId, staleBefore(new Date()), rowId(id, 'Stage')];
    const [row] = await prepared<{ stage: JourneyStageType }>(STAGE, parameters);
    if (!row) throw new NotFoundError('Stage');
    return row.stage;
  }
}

const MAP = `
  SELECT json_build_object(${JOURNEY_FACTS},
    'stages', (SELECT coalesce(json_agg(${STAGE_JSON} ORDER BY s.position), '[]') FROM journey_stage s
      WHERE s.organization_id = j.organization_id AND s.journey_id = j.id),
    'metrics', ${JOURNEY_METRICS}, 'today', d.today, 'minimumGroupSize', d.minimum_group_size)::text AS map
  FROM journey j ${TODAY}
  WHERE j.organization_id = $1 AND j.id = $3`;

const STAGE = `
  SELECT ${STAGE_WITH_METRICS_JSON} AS stage FROM journey_stage s ${TODAY}
  WHERE s.organization_id = $1 AND s.id = $3`;
