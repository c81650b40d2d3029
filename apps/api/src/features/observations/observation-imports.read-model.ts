import { Injectable } from '@nestjs/common';
import { abilityToSql } from '../../platform/authz/ability-to-sql.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { abilityOf, type Principal } from '../../platform/tenancy/principal.js';
import { type SeenImports, SharedImportsReadModel, STATE_OF_IMPORT } from '../imports/index.js';
import type { ObservationImportType } from './observation-import.type.js';
import type { ObservationProblem } from './observation-problem.js';
import { undoObservationsJob } from './observations.jobs.js';

/** Imports of observations and their problems. */
@Injectable()
export class ObservationImportsReadModel extends SharedImportsReadModel<ObservationImportType, ObservationProblem> {
  constructor(unitOfWork: UnitOfWork) {
    super(unitOfWork, { table: 'observation_import', detail: 'p.params', seenBy });
  }
}

/** The metrics an import added to; while it has none yet, those that it may add to. */
const METRICS_OF = `SELECT m.id, m.name, m.owner_team_id FROM metric m WHERE m.organization_id = i.organization_id
  AND m.id = ANY (CASE WHEN cardinality(i.metric_ids) > 0 THEN i.metric_ids ELSE ARRAY(
    SELECT allowed::uuid FROM jsonb_array_elements_text(i.mapping -> 'allowedMetricIds') AS allowed) END)`;

/**
 * An import shows cells of its file: whoever may not add to each of its metrics does not see it, unless they brought it in
 * themselves.
 */
function seenBy(principal: Principal, first: number): SeenImports {
  const ability = abilityOf(principal);
  const me = principal.kind === 'member' ? principal.membershipId : null;
  const team = { teamId: 'm.owner_team_id' };
  const create = abilityToSql(ability, 'create', 'Observation', team, first + 1);
  const archive = abilityToSql(ability, 'archive', 'Observation', team, first + 1 + create.parameters.length);
  const none = (allowed: string) => `NOT EXISTS (SELECT FROM (${METRICS_OF}) m WHERE NOT coalesce(${allowed}, false))`;
  return {
    visible: `(i.created_by = $${first}::uuid OR ${none(create.sql)})`,
    visibleParameters: [me, ...create.parameters],
    columns: `${COLUMNS}, i.state = 'completed' AND NOT ${UNDOING} AND ${none(archive.sql)} AS "mayUndo"`,
    columnParameters: archive.parameters,
  };
}

const UNDOING = `coalesce(i.state = 'completed' AND j.name = '${undoObservationsJob.name}' AND j.state <> 'dead', false)`;
const COLUMNS = `i.id, i.file_name AS "fileName", i.mode, i.job_id AS "jobId",
  ${STATE_OF_IMPORT},
  i.rows_read AS "rowsRead", i.rows_bad AS "rowsBad", i.added, i.repeated, i.corrected, i.skipped,
  i.problem_count AS "problemCount", i.metric_ids AS "metricIds", i.first_at AS "firstAt", i.last_at AS "lastAt",
  i.created_at AS "createdAt", i.finished_at AS "finishedAt", i.undone_at AS "undoneAt", a.name AS "createdByName",
  ${UNDOING} AS undoing,
  (SELECT coalesce(json_agg(json_build_object('id', m.id, 'name', m.name) ORDER BY lower(m.name)), '[]') FROM metric m
   WHERE m.organization_id = i.organization_id AND m.id = ANY (i.metric_ids)) AS metrics,
  EXISTS (SELECT FROM observation_import e WHERE e.organization_id = i.organization_id AND e.file_hash = i.file_hash
    AND e.id < i.id AND e.state = 'completed') AS "seenBefore"`;
