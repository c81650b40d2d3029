import { ConfigError } from './platform/config/config.js';
import { isDatabaseGone } from './platform/database/database-gone.js';
import { databaseRefusal } from './platform/database/database-refusal.js';
import { EmbeddedPostgresError } from './platform/database/embedded/service-account.js';

/** Ends a process that could not start: what the person can put right is a sentence, everything else keeps its stack. */
export function exitWith(error: unknown): never {
  console.error(sentenceOf(error) ?? error);
  process.exit(1);
}

function sentenceOf(error: unknown): string | undefined {
  if (error instanceof ConfigError || error instanceof EmbeddedPostgresError) return error.message;
  if (isDatabaseGone(error))
    return `The database does not answer (${(error as Error).message}); check DATABASE_URL and that it runs.`;
  return databaseRefusal(error);
}
