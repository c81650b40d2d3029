import { type DocumentStage, sameName } from '@touchstone/domain';
import { newId, type Transaction } from '../../platform/database/unit-of-work.js';
import { actorOf } from '../journeys/index.js';

/**
 * Makes a map say what a document says. A stage of the same name stays the stage it was, with the metrics that hang on it
 * and the versions of its cells, so that whoever has it open is told and saves over nothing.
 */
export async function writeMap(
  transaction: Transaction,
  journeyId: string,
  stages: readonly DocumentStage[],
  touchpoints: ReadonlyMap<string, string>,
): Promise<void> {
  const { query, organizationId } = transaction;
  const actor = actorOf(transaction);
  const kept = await query<{ id: string; name: string }>(
    'SELECT id, name FROM journey_stage WHERE organization_id = $1 AND journey_id = $2 ORDER BY position',
    [organizationId, journeyId],
  );
  const rows = stages.map((stage, position) => {
    const same = kept.findIndex(({ name }) => sameName(name) === sameName(stage.name));
    const id = same < 0 ? newId() : (kept.splice(same, 1)[0] as { id: string }).id;
    return { id, position, name: stage.name, lifecycle: stage.lifecycle, stage };
  });
  await query('DELETE FROM journey_stage WHERE organization_id = $1 AND id = ANY($2)', [
    organizationId,
    kept.map(({ id }) => id),
  ]);
  await query(STAGES, [organizationId, journeyId, JSON.stringify(rows.map(({ stage: _, ...row }) => row))]);
  const ids = rows.map(({ id }) => id);
  const cells = rows.flatMap(({ id, stage }) => stage.cells.map((cell) => ({ stageId: id, ...cell })));
  await query(CELLS, [organizationId, ids, JSON.stringify(cells), actor]);
  const placements = rows.flatMap(({ id, stage }) =>
    stage.touchpoints.map((placement, position) => ({
      ...placement,
      id: newId(),
      stageId: id,
      position,
      touchpointId: touchpoints.get(sameName(placement.touchpoint)),
    })),
  );
  await query(PLACEMENTS, [organizationId, ids, JSON.stringify(placements), actor]);
}

const STAGES = `
  INSERT INTO journey_stage (organization_id, id, journey_id, position, name, lifecycle)
  SELECT $1, s.id, $2, s.position, s.name, s.lifecycle
  FROM json_to_recordset($3) AS s (id uuid, position integer, name text, lifecycle text)
  ON CONFLICT (organization_id, id) DO UPDATE
    SET position = excluded.position, name = excluded.name, lifecycle = excluded.lifecycle,
      version = journey_stage.version + 1`;

/** Nobody confirms in the future; what says nothing of it is confirmed by being brought in. */
const CONFIRMED = (row: string): string => `least(coalesce(${row}."confirmedAt", now()), now())`;

/** Nor is evidence of a day that has not begun anywhere; `least` alone would give a day to what has none. */
const OF_DAY = (row: string): string =>
  `CASE WHEN ${row}."evidenceOn" IS NOT NULL
    THEN least(${row}."evidenceOn", (now() AT TIME ZONE 'UTC' + interval '14 hours')::date) END`;

/** A cell that the document leaves empty keeps its row, as one that somebody empties does. */
const CELLS = `
  WITH given AS (
    SELECT * FROM json_to_recordset($3) AS c ("stageId" uuid, lane text, text text, evidence text,
      "evidenceKind" text, "evidenceOn" date, "confirmedAt" timestamptz)
  ), emptied AS (
    UPDATE stage_cell c SET text = '', evidence = NULL, evidence_kind = NULL, evidence_on = NULL,
      confirmed_at = now(), confirmed_by = $4, version = version + 1
    WHERE c.organization_id = $1 AND c.stage_id = ANY($2::uuid[]) AND c.text <> ''
      AND NOT EXISTS (SELECT FROM given g WHERE g."stageId" = c.stage_id AND g.lane = c.lane)
  )
  INSERT INTO stage_cell (organization_id, stage_id, lane, text, evidence, evidence_kind, evidence_on, confirmed_at,
    confirmed_by)
  SELECT $1, g."stageId", g.lane, g.text, g.evidence, g."evidenceKind", ${OF_DAY('g')}, ${CONFIRMED('g')}, $4 FROM given g
  ON CONFLICT (organization_id, stage_id, lane) DO UPDATE
    SET text = excluded.text, evidence = excluded.evidence, evidence_kind = excluded.evidence_kind,
      evidence_on = excluded.evidence_on, confirmed_at = excluded.confirmed_at,
      confirmed_by = excluded.confirmed_by, version = stage_cell.version + 1`;

const PLACEMENTS = `
  WITH given AS (
    SELECT * FROM json_to_recordset($3) AS p (id uuid, "stageId" uuid, "touchpointId" uuid, position integer, factor text,
      emotion smallint, "emotionN" integer, "emotionJudgedBy" text, expectation text,
      evidence text, "evidenceKind" text, "evidenceOn" date, "confirmedAt" timestamptz)
  ), removed AS (
    DELETE FROM touchpoint_placement p WHERE p.organization_id = $1 AND p.stage_id = ANY($2::uuid[])
      AND NOT EXISTS (SELECT FROM given g WHERE g."stageId" = p.stage_id AND g."touchpointId" = p.touchpoint_id)
  )
  INSERT INTO touchpoint_placement (organization_id, id, stage_id, touchpoint_id, position, factor, emotion, emotion_n,
    emotion_judged_by, expectation, evidence, evidence_kind, evidence_on, confirmed_at, confirmed_by)
  SELECT $1, g.id, g."stageId", g."touchpointId", g.position, g.factor, g.emotion, g."emotionN", g."emotionJudgedBy",
    g.expectation, g.evidence, g."evidenceKind", ${OF_DAY('g')}, ${CONFIRMED('g')}, $4 FROM given g
  ON CONFLICT (organization_id, stage_id, touchpoint_id) DO UPDATE
    SET position = excluded.position, factor = excluded.factor, emotion = excluded.emotion,
      emotion_n = excluded.emotion_n, emotion_judged_by = excluded.emotion_judged_by,
      expectation = excluded.expectation, evidence = excluded.evidence, evidence_kind = excluded.evidence_kind,
      evidence_on = excluded.evidence_on, confirmed_at = excluded.confirmed_at,
      confirmed_by = excluded.confirmed_by, version = touchpoint_placement.version + 1`;
