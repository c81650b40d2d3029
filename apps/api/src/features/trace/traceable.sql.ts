import { abilityToSql } from '../../platform/authz/ability-to-sql.js';
import { abilityOf, type Principal } from '../../platform/tenancy/principal.js';
import type { TraceKindEnum } from './trace.enums.js';
import { NAMINGS } from './trace-names.sql.js';

const ARCHIVE = 'x.archived_at IS NULL';
/** What people look for by its name, in the order of the thread; all else is come to from there. */
const FOUND: readonly (readonly [`${TraceKindEnum}`, string, string, string])[] = [
  ['goal', 'business_goal', '', ARCHIVE],
  ['objective', 'experience_objective', '', ARCHIVE],
  ['metric', 'metric', '', ARCHIVE],
  ['persona', 'persona', '', ARCHIVE],
  ['journey', 'journey', '', ARCHIVE],
  ['touchpoint', 'touchpoint', '', ARCHIVE],
  ['team', 'team', '', ARCHIVE],
  ['assessment', 'assessment', '', ARCHIVE],
  ['pain_point', 'pain_point', 'P', ARCHIVE],
  ['opportunity', 'opportunity', 'O', ARCHIVE],
  ['decision', 'decision', 'D', 'true'],
  ['initiative', 'initiative', 'I', ARCHIVE],
];

/** $1 organisation, $2 pattern, $3 kinds or null, $4 how many of each kind. */
export function traceableStatement(principal: Principal): { sql: string; parameters: unknown[] } {
  const parameters: unknown[] = [];
  const branches = FOUND.map(([kind, table, letter, there], order) => {
    const { subject, columns = {}, name } = NAMINGS[kind];
    const may = abilityToSql(abilityOf(principal), 'read', subject, columns, 5 + parameters.length);
    parameters.push(...may.parameters);
    const byNumber = letter ? `OR '${letter}-' || x.number ILIKE $2` : '';
    return `(SELECT ${order} AS place, '${kind}' AS kind, x.id, ${letter ? 'x.number' : 'NULL::int'} AS number, ${name} AS name
      FROM ${table} x
      WHERE x.organization_id = $1 AND ${there} AND ($3::text[] IS NULL OR '${kind}' = ANY($3)) AND ${may.sql}
        AND ($2::text IS NULL OR ${name} ILIKE $2 ${byNumber})
      ORDER BY lower(${name}), x.id LIMIT $4)`;
  });
  const sql = `SELECT kind, id, number, name FROM (${branches.join(' UNION ALL ')}) found
    ORDER BY place, lower(name), id LIMIT $4`;
  return { sql, parameters };
}
