// An installation for one measurement: a database in a temporary directory, one organisation in it, and the product's own
// services to fill it. Everything is gone afterwards.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { AppModule } from '../apps/api/dist/app.module.js';
import { ProvisioningService } from '../apps/api/dist/features/organisation/index.js';
import { readConfig } from '../apps/api/dist/platform/config/config.js';
import { migrate } from '../apps/api/dist/platform/database/database.js';
import { startEmbeddedPostgres } from '../apps/api/dist/platform/database/embedded/embedded-postgres.js';
import { createMetrics } from '../apps/api/dist/platform/metrics/metrics.js';
import { createLogger, NestLogger } from '../apps/api/dist/platform/logging/logger.js';

/**
 * Opens an installation, hands it to `work` and takes it away again. `floorUrl` connects as superuser: no row-level
 * security stands before a floor. Jobs run in this process unless a measurement starts a worker for them.
 */
export async function withInstallation(work, { runWorkers = true } = {}) {
  const directory = mkdtempSync(join(tmpdir(), 'touchstone-bench-'));
  const undo = [() => rmSync(directory, { recursive: true, force: true })];
  try {
    // Durable as in production: waiting for the disk is part of what a transaction costs, on both sides.
    const cluster = await startEmbeddedPostgres({ directory: join(directory, 'postgres') });
    undo.unshift(() => cluster.stop());
    const floorUrl = cluster.superuserUrl.replace(/\/[^/]+$/, '/touchstone');
    const urls = { owner: cluster.url, app: cluster.url, worker: cluster.url };
    await migrate(urls);
    const database = new pg.Client({ connectionString: floorUrl });
    await database.connect();
    undo.unshift(() => database.end());
    const secretKey = randomBytes(32).toString('hex');
    const installation = { directory, url: cluster.url, urls, floorUrl, database, secretKey, runWorkers };
    return await withServices(installation, async (services) => {
      const organizationId = await services
        .get(ProvisioningService)
        .createOrganization({ name: 'Bench', timeZone: 'UTC' }, 'bench');
      const principal = { kind: 'system', organizationId, name: 'bench' };
      return work({ ...installation, organizationId, principal, services });
    });
  } finally {
    for (const step of undo) await step();
  }
}

/** The product's services, without HTTP. */
async function withServices({ urls, secretKey, directory, runWorkers }, work) {
  const logger = createLogger('error');
  const environment = { NODE_ENV: 'test', DATA_DIR: directory, RUN_WORKERS: String(runWorkers) };
  const config = { ...readConfig(environment), secretKey };
  const services = await NestFactory.createApplicationContext(
    AppModule.forRoot({ config, urls, logger, metrics: createMetrics() }),
    { logger: new NestLogger(logger), abortOnError: false },
  );
  try {
    return await work(services);
  } finally {
    await services.close();
  }
}
