import { NotFoundError } from '@touchstone/domain';
import { validate as isUuid } from 'uuid';
import { abilityToSql } from '../../platform/authz/ability-to-sql.js';
import type { Transaction } from '../../platform/database/unit-of-work.js';
import { abilityOf } from '../../platform/tenancy/principal.js';
import type { ImportGroup } from './group-names.js';

/** What an import needs to know of the wave it goes into. */
export interface ImportContext {
  readonly state: string;
  readonly modelVersionId: string;
  readonly groups: ImportGroup[];
}

export async function importContext(transaction: Transaction, assessmentId: string): Promise<ImportContext> {
  if (!isUuid(assessmentId)) throw new NotFoundError('Assessment');
  const visible = abilityToSql(abilityOf(transaction.principal), 'read', 'Assessment', { state: 'a.state' }, 3);
  const [context] = await transaction.query<ImportContext>(
    `SELECT a.state, a.model_version_id AS "modelVersionId",
       (SELECT json_agg(json_build_object('id', g.id, 'kind', g.kind, 'name', g.name) ORDER BY g.position)
        FROM rater_group g WHERE g.organization_id = a.organization_id AND g.assessment_id = a.id) AS groups
     FROM assessment a WHERE a.organization_id = $1 AND a.id = $2 AND ${visible.sql}`,
    [transaction.organizationId, assessmentId, ...visible.parameters],
  );
  if (!context) throw new NotFoundError('Assessment');
  return context;
}
