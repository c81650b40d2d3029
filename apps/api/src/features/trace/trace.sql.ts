import { abilityToSql } from '../../platform/authz/ability-to-sql.js';
import { abilityOf, type Principal } from '../../platform/tenancy/principal.js';
import { NAMINGS } from './trace-names.sql.js';

/**
 * What keeps a thread a thread, and not the whole organisation. Down the thread all that comes of something is followed, up the
 * thread all that it is for; nothing turns round on the way, so that two touchpoints of one journey do not drag each other's pain in.
 * What stands beside the thread is shown where the thread passes it, and not followed.
 */
const BESIDE = [
  'accountable',
  'responsible',
  'leads',
  'watches',
  'meets',
  'travels',
  'decides',
  'moved_by',
  'needed_by',
];
/** Up the thread the metric that an effect is to move leads on to its objectives; of those beside, no other leads on. */
const BESIDE_UP = BESIDE.filter((relation) => relation !== 'moved_by');
/** Where a thread ends, either way: another journey's future state, another initiative's need, another wave's gaps. */
const ENDS = ['becomes', 'needed_by', 'rescored_by'];
/** Single voices and alarms are many: down the thread they are followed from the very object that was asked about. */
const FROM_ORIGIN = ['heard_in', 'warned_by'];

const list = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

/** More joints than anybody reads; a thread is cut here rather than that a page never comes. */
export const MOST_JOINTS = 20_000;

/**
 * One text for one end. How many rows a recursion gives is guessed far too low, so that a join of its rows with themselves is
 * planned as one of a few; looked up by key they cost what they are.
 */
const key = (of: string): string => `(${of}kind || ' ' || ${of}id || ' ' || ${of}part)`;

const HOLDS = `e.organization_id = $1 AND (e.valid_from IS NULL OR e.valid_from < m.until) AND (e.valid_to IS NULL OR e.valid_to >= m.until)`;

/**
 * $1 organisation, $2 kind, $3 id and $4 part of the origin, $5 day or null, $6 ways (1 down, -1 up), $7 depth, $8 neighbours of a
 * kind that one object shows at most.
 *
 * Each level asks the view for the joints of the objects that the level before has reached, once for each, from the side that
 * the way needs. OFFSET 0 keeps the question whole, so that kind and id get into every branch of the view: those of other kinds
 * are not begun, the others go by their index.
 */
const WALK = `
  WITH RECURSIVE moment AS MATERIALIZED (
    SELECT coalesce($5::date, d.today) AS day, coalesce($5::date < d.today, false) AS past,
      CASE WHEN $5::date IS NULL OR $5::date = d.today THEN now() ELSE ($5::date + 1)::timestamp AT TIME ZONE o.time_zone END AS until
    FROM organization o CROSS JOIN LATERAL (SELECT (now() AT TIME ZONE o.time_zone)::date AS today) d
    WHERE o.id = $1
  ), walk AS (
    SELECT way, 0 AS depth, $2::text AS kind, $3::uuid AS id, $4::text AS part, true AS onward,
      NULL::text AS via_kind, NULL::uuid AS via_id, NULL::text AS via_part, NULL::text AS relation, false AS forward,
      1::bigint AS place, 1::bigint AS siblings
    FROM unnest($6::int[]) way
    UNION ALL
    SELECT w.way, w.depth + 1, e.kind, e.id, e.part, e.onward, w.kind, w.id, w.part, e.relation, e.forward, e.place, e.siblings
    FROM (SELECT DISTINCT way, depth, kind, id, part FROM walk WHERE onward AND depth < $7::int) w
    CROSS JOIN moment m
    CROSS JOIN LATERAL (
      SELECT x.*, row_number() OVER (PARTITION BY x.forward, x.kind ORDER BY x.id DESC, x.part) AS place,
        count(*) OVER (PARTITION BY x.forward, x.kind) AS siblings
      FROM (
        (SELECT e.to_kind AS kind, e.to_id AS id, e.to_part AS part, e.relation, true AS forward,
           e.relation NOT IN (${list(ENDS)}) AND e.to_kind <> 'team' AS onward
         FROM trace_edge e
         WHERE ${HOLDS} AND e.from_kind = w.kind AND e.from_id = w.id AND e.from_part = w.part AND w.way = 1
           AND (w.depth = 0 OR e.relation NOT IN (${list(FROM_ORIGIN)}))
         OFFSET 0)
        UNION ALL
        (SELECT e.from_kind, e.from_id, e.from_part, e.relation, false,
           w.way = -1 AND e.relation NOT IN (${list([...BESIDE_UP, ...ENDS])})
         FROM trace_edge e
         WHERE ${HOLDS} AND e.to_kind = w.kind AND e.to_id = w.id AND e.to_part = w.part
           AND (w.way = -1 OR e.relation IN (${list(BESIDE)}))
         OFFSET 0)
      ) x
    ) e
    WHERE e.place <= $8::int
  ), joints AS MATERIALIZED (SELECT * FROM walk LIMIT ${MOST_JOINTS} + 1),
  reached AS (
    SELECT DISTINCT ON (kind, id, part) kind, id, part, way * depth AS distance FROM joints ORDER BY kind, id, part, depth, way DESC
  ), `;

/** Left without an alias of its own: the words of the columns are what the type calls them. */
function namedOf(principal: Principal, firstParameter: number): { sql: string; parameters: unknown[] } {
  const parameters: unknown[] = [];
  const branches = Object.entries(NAMINGS).map(([kind, naming]) => {
    const may = abilityToSql(
      abilityOf(principal),
      'read',
      naming.subject,
      naming.columns ?? {},
      firstParameter + parameters.length,
    );
    parameters.push(...may.parameters);
    return `SELECT n.kind, n.id, n.part, n.distance, ${naming.created} AS created_at, coalesce(${may.sql}, false) AS readable,
      ${naming.number ?? 'NULL::int'} AS number, ${naming.name} AS name, ${naming.localizedName ?? 'NULL::jsonb'} AS localized_name,
      ${naming.state ?? 'NULL::text'} AS state, ${naming.page ?? 'NULL::uuid'} AS page_id, ${naming.facts ?? 'NULL::json'} AS facts
      FROM moment m CROSS JOIN reached n ${naming.from} WHERE n.kind = '${kind}'`;
  });
  return { sql: branches.join('\n    UNION ALL\n    '), parameters };
}

/** The whole trace as one value: nodes in their order, and edges that name their places. */
export function traceStatement(principal: Principal): { sql: string; parameters: unknown[] } {
  const named = namedOf(principal, 9);
  const sql = `${WALK}named AS MATERIALIZED (
    ${named.sql}
  ), placed AS MATERIALIZED (
    SELECT *, (row_number() OVER (ORDER BY abs(distance), distance DESC, kind, number, lower(name), id, part))::int - 1 AS place FROM named
  ), place_of AS MATERIALIZED (SELECT jsonb_object_agg(${key('')}, place) AS places FROM placed),
  hidden AS MATERIALIZED (
    SELECT jsonb_object_agg(via, more) AS more FROM (
      SELECT via, jsonb_agg(jsonb_build_object('kind', kind, 'down', forward, 'count', count) ORDER BY forward, kind) AS more
      FROM (SELECT DISTINCT ${key('via_')} AS via, kind, forward, siblings - $8::int AS count FROM joints WHERE siblings > $8::int AND place = 1) one
      GROUP BY via) every
  ), edges AS (
    SELECT DISTINCT CASE WHEN j.forward THEN j.via ELSE j.node END AS "from", CASE WHEN j.forward THEN j.node ELSE j.via END AS "to", j.relation
    FROM (SELECT (p.places ->> ${key('')})::int AS node, (p.places ->> ${key('via_')})::int AS via, j.relation, j.forward
          FROM joints j CROSS JOIN place_of p) j
    WHERE j.node IS NOT NULL AND j.via IS NOT NULL
  )
  SELECT to_char(m.day, 'YYYY-MM-DD') AS "on", (SELECT count(*) <= ${MOST_JOINTS} FROM joints) AS complete,
    (SELECT json_build_object('readable', p.readable, 'existed', p.created_at < m.until) FROM placed p WHERE p.distance = 0) AS origin,
    (SELECT coalesce(json_agg(json_build_object('kind', p.kind,
        'id', CASE WHEN p.readable THEN p.id || CASE WHEN p.part = '' THEN '' ELSE ':' || p.part END END, 'withheld', NOT p.readable,
        'number', CASE WHEN p.readable THEN p.number END, 'name', CASE WHEN p.readable THEN p.name END,
        'localizedName', CASE WHEN p.readable THEN p.localized_name END, 'state', CASE WHEN p.readable THEN upper(p.state) END,
        'pageId', CASE WHEN p.readable THEN p.page_id END, 'facts', CASE WHEN p.readable THEN p.facts END, 'distance', p.distance,
        'more', coalesce(h.more -> ${key('p.')}, '[]')) ORDER BY p.place), '[]')
     FROM placed p CROSS JOIN hidden h) AS nodes,
    (SELECT coalesce(json_agg(e ORDER BY e."from", e."to", e.relation), '[]') FROM edges e) AS edges
  FROM moment m`;
  return { sql, parameters: named.parameters };
}
