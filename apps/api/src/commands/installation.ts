import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { type Config, readConfig } from '../platform/config/config.js';
import { demandDataDir } from '../platform/config/demand-data-dir.js';
import { loadSecretKey } from '../platform/config/secret-key.js';
import { databaseUrls, type DatabaseUrls, migrate, pendingMigrations } from '../platform/database/database.js';
import { joinEmbeddedPostgres, startEmbeddedPostgres } from '../platform/database/embedded/embedded-postgres.js';
import { createMetrics } from '../platform/metrics/metrics.js';
import { createLogger, NestLogger } from '../platform/logging/logger.js';
import { CommandError } from './command-error.js';
import { interruption } from './interruption.js';

export interface Installation {
  readonly config: Config;
  readonly urls: DatabaseUrls;
  /** Whether a server of this installation is running beside the command, with workers of its own. */
  readonly served: boolean;
}

/**
 * The installation that the environment describes, for the time of one command. The embedded database is joined where a
 * server has it running, and otherwise started and stopped again; another command that has it running is waited for,
 * because it would take the database with it when it ends.
 */
export async function withInstallation<T>(
  environment: NodeJS.ProcessEnv,
  work: (installation: Installation) => Promise<T>,
): Promise<T> {
  const config = readConfig(environment);
  if (config.databaseUrl) return work({ config, urls: databaseUrls(config, config.databaseUrl), served: false });
  demandDataDir(config);
  const directory = join(config.dataDir, 'postgres');
  const joined = existsSync(directory) ? joinEmbeddedPostgres(directory) : undefined;
  if (joined?.holder === 'server') return work({ config, urls: databaseUrls(config, joined.url), served: true });
  const started = await startEmbeddedPostgres({ directory, holder: 'command' });
  return interruption.closing(
    () => started.stop(),
    () => work({ config, urls: databaseUrls(config, started.url), served: false }),
  );
}

/**
 * The application without its server, on a schema that fits it. It is loaded here and not before: most of the time that a
 * command takes to begin is this, and whoever asks for --help, or called wrongly, should not wait for it.
 */
export async function withApplication<T>(
  environment: NodeJS.ProcessEnv,
  work: (app: INestApplicationContext, installation: Installation) => Promise<T>,
  { runsJobs = false } = {},
): Promise<T> {
  return withInstallation(environment, async (installation) => {
    await demandCurrentSchema(installation);
    const { config: read, urls } = installation;
    // A server beside us runs the jobs; a worker here would only take some of its jobs and keep us waiting for them.
    const runWorkers = runsJobs && !installation.served;
    const config: Config = { ...read, secretKey: loadSecretKey(read), runWorkers };
    const { NestFactory } = await import('@nestjs/core');
    const { AppModule } = await import('../app.module.js');
    const logger = createLogger(environment['LOG_LEVEL'] ? config.logLevel : 'silent');
    const starting = NestFactory.createApplicationContext(
      AppModule.forRoot({ config, urls, logger, metrics: createMetrics() }),
      { logger: new NestLogger(logger), abortOnError: false },
    );
    // Interrupted while it starts, it is closed once it has started: workers that lose their database half-way never rest.
    return interruption.closing(
      async () => (await starting).close(),
      async () => {
        const app = await starting;
        interruption.signal.throwIfAborted();
        return work(app, installation);
      },
    );
  });
}

/** The embedded database is ours to bring up to date; any other is migrated when its administrator says so. */
async function demandCurrentSchema({ config, urls, served }: Installation): Promise<void> {
  if (!config.databaseUrl && !served) return void (await migrate(urls));
  const pending = await pendingMigrations(urls);
  if (pending.length > 0) {
    throw new CommandError(
      `The database is ${pending.length} migrations behind this version; run: npx touchstone migrate`,
      'SCHEMA_BEHIND',
    );
  }
}
