import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { SAMPLE_LOGINS, type SampleLogin, SampleProgrammeService } from './features/sample/index.js';
import { type Config, ConfigError, readConfig } from './platform/config/config.js';
import { demandDataDir } from './platform/config/demand-data-dir.js';
import { loadSecretKey } from './platform/config/secret-key.js';
import { databaseUrls, type DatabaseUrls, migrate } from './platform/database/database.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './platform/database/embedded/embedded-postgres.js';
import { createApplication } from './platform/http/create-application.js';
import { demandFreePort, portProblem } from './platform/http/demand-free-port.js';
import { createMetrics } from './platform/metrics/metrics.js';
import { createLogger, NestLogger } from './platform/logging/logger.js';
import { type Lifetime, stopOnSignals } from './stop-on-signals.js';

const WEB_ROOT = fileURLToPath(new URL('../../web/dist', import.meta.url));

export interface Database {
  readonly urls: DatabaseUrls;
  stop(): Promise<void>;
}

/** The configured database, or an embedded one that is started and brought up to date. */
export async function openDatabase(config: Config): Promise<Database> {
  if (config.databaseUrl) return { urls: databaseUrls(config, config.databaseUrl), stop: async () => undefined };
  const directory = join(config.dataDir, 'postgres');
  if (!existsSync(directory)) console.log(`  Making a database in ${directory} (first start only) …`);
  const embedded: EmbeddedPostgres = await startEmbeddedPostgres({ directory });
  const urls = databaseUrls(config, embedded.url);
  await migrate(urls);
  return { urls, stop: () => embedded.stop() };
}

/** Starts everything in one process: database, API, pages, workers. Resolves when requests are served. */
export async function bootstrap(environment: NodeJS.ProcessEnv): Promise<void> {
  const started = Date.now();
  const lifetime = stopOnSignals();
  const read = readConfig(environment);
  const firstStart = !read.databaseUrl && !existsSync(join(read.dataDir, 'postgres'));
  demandDataDir(read);
  try {
    const config: Config = { ...read, secretKey: loadSecretKey(read) };
    const app = await serve(config, lifetime);
    const logins = config.sampleProgramme && config.runWorkers ? await loadSample(app, config, firstStart) : [];
    console.log(readyText(config, logins, (Date.now() - started) / 1000));
  } catch (error) {
    // Whatever was under way when the signal came has lost its ground; that is no failure.
    if (!lifetime.stopping) throw error;
  }
}

async function serve(config: Config, lifetime: Lifetime): Promise<NestFastifyApplication> {
  const logger = createLogger(config.logLevel);
  await demandFreePort(config);
  const database = await openDatabase(config);
  lifetime.onStop(() => database.stop());
  const metrics = createMetrics();
  try {
    const app = await createApplication({
      config,
      logger,
      metrics,
      module: AppModule.forRoot({ config, urls: database.urls, logger, metrics }),
      webRoot: WEB_ROOT,
    });
    lifetime.onStop(() => app.close());
    await listen(app, config);
    return app;
  } catch (error) {
    if (!lifetime.stopping) await database.stop();
    throw error;
  }
}

/** Its jobs run here, so it is loaded once workers run; requests are served meanwhile, and who is impatient may sign in. */
async function loadSample(
  app: NestFastifyApplication,
  { publicUrl }: Config,
  firstStart: boolean,
): Promise<readonly SampleLogin[]> {
  const [, office] = SAMPLE_LOGINS;
  const sayWhoMaySignIn = () => {
    console.log(`  Sign in already, as ${office?.email} with the password “${office?.password}”: ${publicUrl}`);
    console.log('  Two years of numbers are being brought in; a page says where some are still to be computed.');
  };
  if (firstStart) console.log('  Loading the sample programme (first start only) …');
  const loaded = await app.get(SampleProgrammeService).loadIfFitting(firstStart ? sayWhoMaySignIn : undefined);
  return loaded ? SAMPLE_LOGINS : [];
}

function readyText(config: Config, logins: readonly SampleLogin[], seconds: number): string {
  const width = Math.max(0, ...logins.map(({ email }) => email.length));
  return [
    '',
    `  Touchstone is ready after ${seconds.toFixed(1)} s: ${config.publicUrl}`,
    ...(logins.length > 0 ? ['', `  Sample programme; the password of every login is: ${logins[0]?.password}`] : []),
    ...logins.map(({ email, role }) => `    ${email.padEnd(width)}  ${role.replace('_', ' ')}`),
    ...(config.smtpUrl || config.environment === 'production'
      ? []
      : ['', `  Mail is kept at ${config.publicUrl}/dev/mailbox`]),
    '',
  ].join('\n');
}

/** Runs jobs and nothing else, beside the processes that serve; any number of these. */
export async function runWorkerProcess(environment: NodeJS.ProcessEnv): Promise<void> {
  const read = readConfig(environment);
  if (!read.databaseUrl) {
    throw new ConfigError([
      'DATABASE_URL is needed for workers of their own; without one the embedded database belongs to npm start, which runs the jobs itself.',
    ]);
  }
  const config: Config = { ...read, secretKey: loadSecretKey(read), runWorkers: true };
  const lifetime = stopOnSignals();
  const logger = createLogger(config.logLevel);
  const app = await NestFactory.createApplicationContext(
    AppModule.forRoot({
      config,
      urls: databaseUrls(config, read.databaseUrl),
      logger,
      metrics: createMetrics(),
    }),
    { logger: new NestLogger(logger), abortOnError: false },
  );
  lifetime.onStop(() => app.close());
  logger.info('ready to run jobs');
}

async function listen(app: NestFastifyApplication, config: Config): Promise<void> {
  try {
    await app.listen(config.port, config.host);
  } catch (error) {
    const problem = portProblem(error, config);
    if (!problem) throw error;
    await app.close();
    throw problem;
  }
}
