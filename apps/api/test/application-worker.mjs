// The whole application as a worker process of its own, from the built files; started, and killed, by tests.
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../dist/app.module.js';
import { readConfig } from '../dist/platform/config/config.js';
import { createMetrics } from '../dist/platform/metrics/metrics.js';
import { createLogger, NestLogger } from '../dist/platform/logging/logger.js';

const { WORKER_DATABASE_URL: url, WORKER_SECRET_KEY: secretKey, TEST_LOG } = process.env;
const config = { ...readConfig({ NODE_ENV: 'test', DATABASE_POOL: '6', RUN_WORKERS: 'true' }), secretKey };
const logger = createLogger(TEST_LOG ?? 'silent');
const workerTimings = { lockMs: 2000, stalledCheckMs: 1000, progressEveryMs: 50 };
const urls = { owner: url, app: url, worker: url };
const module = AppModule.forRoot({ config, urls, logger, metrics: createMetrics(), workerTimings });
const app = await NestFactory.createApplicationContext(module, { logger: new NestLogger(logger), abortOnError: false });
process.stdout.write('ready\n');
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
