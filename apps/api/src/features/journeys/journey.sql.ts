/** What the atlas and the map both say of the journey `j`; its people and products beside it. */
export const JOURNEY_FACTS = `
  'id', j.id, 'name', j.name, 'summary', j.summary, 'state', j.state, 'parentId', j.parent_id,
  'parentName', (SELECT p.name FROM journey p WHERE p.organization_id = j.organization_id AND p.id = j.parent_id),
  'futureOfId', j.future_of_id,
  'futureId', (SELECT f.id FROM journey f WHERE f.organization_id = j.organization_id AND f.future_of_id = j.id
    AND f.archived_at IS NULL),
  'personaId', j.persona_id,
  'personaName', (SELECT p.name FROM persona p WHERE p.organization_id = j.organization_id AND p.id = j.persona_id),
  'productId', j.product_id,
  'productName', (SELECT p.name FROM product p WHERE p.organization_id = j.organization_id AND p.id = j.product_id),
  'lifecycle', j.lifecycle, 'archivedAt', j.archived_at, 'version', j.version`;

/** The metrics that hang on something, by name; what is in the archive does not count. */
const metricIds = (link: string): string => `'metricIds', (
  SELECT coalesce(json_agg(m.id ORDER BY lower(m.name), m.id), '[]') FROM metric_link l
  JOIN metric m ON m.organization_id = l.organization_id AND m.id = l.metric_id AND m.archived_at IS NULL
  WHERE ${link}),`;

/** Who answers today for the touchpoint of the placement `p`, on the organisation's own calendar: one team at most. */
const ACCOUNTABLE = `
  LEFT JOIN ownership o ON o.organization_id = p.organization_id AND o.touchpoint_id = p.touchpoint_id
    AND o.responsibility = 'accountable' AND o.valid_from <= d.today AND (o.valid_to IS NULL OR o.valid_to > d.today)
  LEFT JOIN team ON team.organization_id = o.organization_id AND team.id = o.team_id`;

/** One stage `s` with all that stands in it, where `$2` is the moment before which what was confirmed is stale. */
const stageJson = (ofStage: string, ofPlacement: string): string => `json_build_object(
  'id', s.id, 'journeyId', s.journey_id, 'name', s.name, 'lifecycle', s.lifecycle, 'position', s.position,
  'version', s.version, ${ofStage}
  'cells', (SELECT coalesce(json_agg(json_build_object(
      'id', c.stage_id || ':' || c.lane, 'lane', c.lane, 'text', c.text, 'evidence', c.evidence,
      'evidenceKind', c.evidence_kind, 'evidenceOn', c.evidence_on,
      'confirmedAt', c.confirmed_at, 'stale', c.text <> '' AND c.confirmed_at < $2::timestamptz,
      'version', c.version) ORDER BY c.lane), '[]')
    FROM stage_cell c WHERE c.organization_id = s.organization_id AND c.stage_id = s.id),
  'placements', (SELECT coalesce(json_agg(json_build_object(
      'id', p.id, 'touchpointId', p.touchpoint_id, 'name', tp.name, 'channel', tp.channel,
      'isFuture', tp.existence = 'future', 'factor', p.factor, 'emotion', p.emotion, 'emotionN', p.emotion_n,
      'emotionJudgedBy', p.emotion_judged_by, 'expectation', p.expectation, 'evidence', p.evidence,
      'evidenceKind', p.evidence_kind, 'evidenceOn', p.evidence_on, 'teamId', team.id, 'teamName', team.name,
      'confirmedAt', p.confirmed_at, 'stale', p.confirmed_at < $2::timestamptz, ${ofPlacement}
      'version', p.version)
      ORDER BY p.position), '[]')
    FROM touchpoint_placement p
    JOIN touchpoint tp ON tp.organization_id = p.organization_id AND tp.id = p.touchpoint_id
    ${ACCOUNTABLE}
    WHERE p.organization_id = s.organization_id AND p.stage_id = s.id))`;

/** For a whole map, which reads what hangs where once and for all of it. */
export const STAGE_JSON = stageJson('', '');
export const STAGE_WITH_METRICS_JSON = stageJson(
  metricIds('l.organization_id = s.organization_id AND l.stage_id = s.id'),
  metricIds('l.organization_id = p.organization_id AND l.touchpoint_id = p.touchpoint_id'),
);

/** The organisation's own today, for whoever is accountable now, and how many it takes to show what people said. */
export const TODAY = `CROSS JOIN (
  SELECT (now() AT TIME ZONE o.time_zone)::date AS today, o.time_zone, o.minimum_group_size
  FROM organization o WHERE o.id = $1) d`;
