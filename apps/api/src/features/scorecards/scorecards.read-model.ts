import { Injectable } from '@nestjs/common';
import { NotFoundError, staleBefore } from '@touchstone/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { ACCOUNTABLE_TODAY, type BoardFacts, StandingBoard, withMetricFacts } from '../standings/index.js';
import { rollUpOrganization, type OrganizationFacts } from './organization-rollup.js';
import type { OrganizationScorecardType, ScorecardPlaceType, TouchpointScorecardType } from './scorecard.type.js';

type TouchpointFacts = BoardFacts & {
  readonly touchpoint: Omit<TouchpointScorecardType, 'metrics' | 'places' | 'minimumGroupSize'> | null;
  readonly places: ScorecardPlaceType[];
  readonly linked: readonly string[];
};

/** What one touchpoint, and what the whole organisation has to show: one statement each, over roll-ups. */
@Injectable()
export class ScorecardsReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async touchpoint(principal: Principal, id: string): Promise<TouchpointScorecardType> {
    const now = new Date();
    const [row] = await this.unitOfWork.read(principal, ({ query, organizationId }) =>
      query<{ facts: TouchpointFacts }>(TOUCHPOINT, [organizationId, rowId(id, 'Touchpoint'), staleBefore(now)]),
    );
    const { touchpoint, places, linked, ...facts } = (row as { facts: TouchpointFacts }).facts;
    if (!touchpoint) throw new NotFoundError('Touchpoint');
    const board = new StandingBoard(facts, now);
    return { ...touchpoint, minimumGroupSize: facts.minimumGroupSize, places, metrics: board.typesOf(linked) };
  }

  async organization(principal: Principal): Promise<OrganizationScorecardType> {
    const [row] = await this.unitOfWork.read(principal, ({ query, organizationId }) =>
      query<{ facts: OrganizationFacts }>(ORGANIZATION, [organizationId]),
    );
    const { facts } = row as { facts: OrganizationFacts };
    return rollUpOrganization(facts, new StandingBoard(facts, new Date()));
  }
}

const TOUCHPOINT = withMetricFacts(
  `linked AS (
    SELECT l.metric_id FROM metric_link l WHERE l.organization_id = $1 AND l.touchpoint_id = $2
  ),`,
  `SELECT metric_id FROM linked`,
  `'linked', (SELECT coalesce(json_agg(metric_id), '[]') FROM linked),
   'touchpoint', (SELECT json_build_object('touchpointId', u.id, 'name', u.name, 'channel', u.channel,
      'archivedAt', u.archived_at,
      'teamName', (SELECT w.name FROM team w WHERE w.organization_id = $1 AND w.id = ${ACCOUNTABLE_TODAY('u.id')}))
    FROM touchpoint u WHERE u.organization_id = $1 AND u.id = $2),
   'places', (SELECT coalesce(json_agg(json_build_object('journeyId', j.id, 'journeyName', j.name,
      'stageName', s.name, 'emotion', p.emotion, 'emotionN', p.emotion_n, 'emotionJudgedBy', p.emotion_judged_by,
      'confirmedAt', p.confirmed_at, 'stale', p.confirmed_at < $3::timestamptz) ORDER BY lower(j.name), s.position), '[]')
    FROM touchpoint_placement p
    JOIN journey_stage s ON s.organization_id = $1 AND s.id = p.stage_id
    JOIN journey j ON j.organization_id = $1 AND j.id = s.journey_id AND j.archived_at IS NULL AND j.state = 'current'
    WHERE p.organization_id = $1 AND p.touchpoint_id = $2)`,
);

const ORGANIZATION = withMetricFacts(
  `owned AS (
    SELECT u.id AS touchpoint_id, ${ACCOUNTABLE_TODAY('u.id')} AS team_id FROM touchpoint u CROSS JOIN d
    WHERE u.organization_id = $1 AND u.archived_at IS NULL AND u.existence = 'existing'
  ), hung AS (
    SELECT DISTINCT o.touchpoint_id, o.team_id, m.id AS metric_id FROM owned o
    JOIN metric_link l ON l.organization_id = $1 AND l.touchpoint_id = o.touchpoint_id
    JOIN metric m ON m.organization_id = $1 AND m.id = l.metric_id AND m.archived_at IS NULL
  ),`,
  `SELECT metric_id FROM hung
   UNION SELECT id FROM metric WHERE organization_id = $1 AND owner_team_id IS NOT NULL`,
  `'touchpoints', (SELECT coalesce(json_agg(json_build_object('teamId', o.team_id,
      'metricIds', (SELECT coalesce(json_agg(h.metric_id), '[]') FROM hung h
        WHERE h.touchpoint_id = o.touchpoint_id))), '[]') FROM owned o),
   'teams', (SELECT coalesce(json_agg(json_build_object('teamId', t.id, 'name', t.name,
      'businessUnitId', t.business_unit_id) ORDER BY lower(t.name), t.id), '[]')
    FROM team t WHERE t.organization_id = $1 AND t.archived_at IS NULL),
   'units', (SELECT coalesce(json_agg(json_build_object('unitId', b.id, 'name', b.name, 'parentId', b.parent_id)
      ORDER BY lower(b.name), b.id), '[]')
    FROM business_unit b WHERE b.organization_id = $1 AND b.archived_at IS NULL)`,
);
