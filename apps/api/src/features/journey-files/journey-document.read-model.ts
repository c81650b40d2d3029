import { Injectable } from '@nestjs/common';
import { JOURNEY_FORMAT, type JourneyDocument, NotFoundError } from '@touchstone/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { Principal } from '../../platform/tenancy/principal.js';

/** A whole map as a document that can be brought in elsewhere: names instead of ids, one statement. */
@Injectable()
export class JourneyDocumentReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async document(principal: Principal, id: string): Promise<JourneyDocument> {
    const [row] = await this.unitOfWork.read(principal, ({ query, organizationId }) =>
      query<{ document: JourneyDocument }>(DOCUMENT, [organizationId, rowId(id, 'Journey'), JOURNEY_FORMAT]),
    );
    if (!row) throw new NotFoundError('Journey');
    return row.document;
  }
}

const instant = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const CELLS = `(SELECT coalesce(json_agg(json_build_object('lane', c.lane, 'text', c.text, 'evidence', c.evidence,
    'evidenceKind', c.evidence_kind, 'evidenceOn', c.evidence_on, 'confirmedAt', ${instant('c.confirmed_at')}) ORDER BY c.lane), '[]')
  FROM stage_cell c WHERE c.organization_id = $1 AND c.stage_id = s.id AND c.text <> '')`;

const PLACEMENTS = `(SELECT coalesce(json_agg(json_build_object('touchpoint', t.name, 'factor', p.factor,
    'emotion', p.emotion, 'emotionN', p.emotion_n, 'emotionJudgedBy', p.emotion_judged_by,
    'expectation', p.expectation, 'evidence', p.evidence,
    'evidenceKind', p.evidence_kind, 'evidenceOn', p.evidence_on,
    'confirmedAt', ${instant('p.confirmed_at')}) ORDER BY p.position), '[]')
  FROM touchpoint_placement p JOIN touchpoint t ON t.organization_id = $1 AND t.id = p.touchpoint_id
  WHERE p.organization_id = $1 AND p.stage_id = s.id)`;

const TOUCHPOINTS = `(SELECT coalesce(json_agg(json_build_object('name', t.name, 'description', t.description,
    'existence', t.existence, 'channel', t.channel, 'noWaiting', t.no_waiting, 'noAnnoyance', t.no_annoyance,
    'noPuzzling', t.no_puzzling, 'noRepeating', t.no_repeating, 'serviceLevel', t.service_level,
    'accountable', team.name) ORDER BY used.first), '[]')
  FROM (SELECT p.touchpoint_id, min(s.position * 100000 + p.position) AS first FROM journey_stage s
    JOIN touchpoint_placement p ON p.organization_id = $1 AND p.stage_id = s.id
    WHERE s.organization_id = $1 AND s.journey_id = j.id GROUP BY p.touchpoint_id) used
  JOIN touchpoint t ON t.organization_id = $1 AND t.id = used.touchpoint_id
  LEFT JOIN ownership o ON o.organization_id = $1 AND o.touchpoint_id = t.id AND o.responsibility = 'accountable'
    AND o.valid_from <= d.today AND (o.valid_to IS NULL OR o.valid_to > d.today)
  LEFT JOIN team ON team.organization_id = $1 AND team.id = o.team_id)`;

const DOCUMENT = `
  SELECT json_build_object('format', $3::text,
    'journey', json_build_object('name', j.name, 'summary', j.summary, 'state', j.state, 'lifecycle', j.lifecycle,
      'persona', (SELECT n.name FROM persona n WHERE n.organization_id = $1 AND n.id = j.persona_id),
      'product', (SELECT n.name FROM product n WHERE n.organization_id = $1 AND n.id = j.product_id),
      'partOf', (SELECT n.name FROM journey n WHERE n.organization_id = $1 AND n.id = j.parent_id)),
    'stages', (SELECT coalesce(json_agg(json_build_object('name', s.name, 'lifecycle', s.lifecycle,
        'cells', ${CELLS}, 'touchpoints', ${PLACEMENTS}) ORDER BY s.position), '[]')
      FROM journey_stage s WHERE s.organization_id = $1 AND s.journey_id = j.id),
    'touchpoints', ${TOUCHPOINTS}) AS document
  FROM journey j CROSS JOIN (SELECT (now() AT TIME ZONE o.time_zone)::date AS today FROM organization o WHERE o.id = $1) d
  WHERE j.organization_id = $1 AND j.id = $2`;
