// The floor of trace: the same SQL, prepared, its answer sent as the text that it is. No session, no permission, no transaction,
// no row-level security.   node bench/trace.floor.mjs URL ORGANIZATION
import { createServer } from 'node:http';
import pg from 'pg';
import { traceStatement } from '../apps/api/dist/features/trace/trace.sql.js';

const [connectionString, organizationId] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString, max: 10 });

const officer = { kind: 'member', organizationId, membershipId: organizationId, role: 'programme_office', teamIds: [] };
const statement = traceStatement(officer);
const text = `SELECT json_build_object('data', json_build_object('trace', json_build_object(
    'on', t."on", 'complete', t.complete, 'nodes', t.nodes, 'edges', t.edges)))::text AS answer FROM (${statement.sql}) t`;

const server = createServer(async (request, response) => {
  let body = '';
  for await (const piece of request) body += piece;
  const { kind, id, breadth } = JSON.parse(body).variables;
  const values = [organizationId, kind.toLowerCase(), id, '', null, [1, -1], 14, breadth, ...statement.parameters];
  const { rows } = await pool.query({ name: 'trace', text, values });
  const answer = Buffer.from(rows[0].answer);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length });
  response.end(answer);
});
server.listen(0, '127.0.0.1', () => process.send(server.address().port));
