import { bootstrap } from './bootstrap.js';
import { ConfigError } from './platform/config/config.js';
import { EmbeddedPostgresError } from './platform/database/embedded/service-account.js';

bootstrap(process.env).catch((error: unknown) => {
  // What the person can put right is a sentence; everything else keeps its stack.
  const expected = error instanceof ConfigError || error instanceof EmbeddedPostgresError;
  console.error(expected ? (error as Error).message : error);
  process.exit(1);
});
