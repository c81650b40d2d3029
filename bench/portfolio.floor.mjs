// The floor of portfolio: the very statement of the API, prepared, and what it says sent as the text that it is. No session,
// no permission, no transaction, no row-level security, and nothing counted.
//   node bench/portfolio.floor.mjs URL ORGANIZATION
import { createServer } from 'node:http';
import pg from 'pg';
import { portfolioStatement } from '../apps/api/dist/features/portfolio/portfolio-sql.js';

const [connectionString, organizationId] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString, max: 10 });

const everything = {
  mayReadInitiative: 'true',
  mayReadEffect: 'true',
  mayReadBenefit: 'true',
};
const text = portfolioStatement(everything);
// Of whatever team, sponsor and goal, from whenever to whenever, ten at most of what is late.
const values = [organizationId, null, null, null, null, null, 10];

const server = createServer(async (request, response) => {
  for await (const piece of request) void piece;
  const { rows } = await pool.query({ name: 'portfolio', text, values });
  const answer = Buffer.from(`{"data":{"portfolio":${rows[0].portfolio}}}`);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length });
  response.end(answer);
});
server.listen(0, '127.0.0.1', () => process.send(server.address().port));
