import { ConfigError } from './platform/config/config.js';
import { EmbeddedPostgresError } from './platform/database/embedded/service-account.js';

/** Ends a process that could not start: what the person can put right is a sentence, everything else keeps its stack. */
export function exitWith(error: unknown): never {
  const expected = error instanceof ConfigError || error instanceof EmbeddedPostgresError;
  console.error(expected ? error.message : error);
  process.exit(1);
}
