import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/config.js';
import type { DatabaseUrls } from '../database/database.js';
import { DATABASE_URLS } from '../database/database.tokens.js';
import { LOGGER } from '../logging/logger.js';
import { WORKER_TIMINGS, type WorkerTimings } from './job-worker.js';
import { openPostgresQueue, openRedisQueue, type QueueBackend } from './queue-backend.js';

/** Beyond one per job in hand: publishing, renewing claims, listening, looking for stalled jobs. */
const SPARE_CONNECTIONS = 4;

/** Decides where the queue lives: Redis where one is configured, otherwise our own database. */
@Injectable()
export class QueueOpener {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE_URLS) private readonly urls: DatabaseUrls,
    @Inject(WORKER_TIMINGS) private readonly timings: WorkerTimings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  open(): Promise<QueueBackend> {
    return this.config.redisUrl
      ? openRedisQueue(this.config.redisUrl, this.logger)
      : openPostgresQueue(this.urls.worker, this.timings.concurrency + SPARE_CONNECTIONS, this.logger);
  }
}
