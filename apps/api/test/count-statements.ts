import pg from 'pg';

/**
 * How many statements the application's role sends while something happens, transaction control included. Jobs and
 * listeners run under other connections and do not count.
 */
export async function countStatements(act: () => Promise<unknown>): Promise<number> {
  const prototype = pg.Client.prototype as unknown as { query: (...parts: unknown[]) => unknown };
  const query = prototype.query;
  let count = 0;
  prototype.query = function (this: { connectionParameters: { application_name?: string } }, ...parts: unknown[]) {
    if (this.connectionParameters.application_name === 'touchstone app') count += 1;
    return query.apply(this, parts);
  };
  try {
    await act();
  } finally {
    prototype.query = query;
  }
  return count;
}

/** The session, begin with the tenant, the statement that reads, and commit. */
export const ONE_READ = 4;
