import { createPostgresBackend, type JobsOptions, type Processor, Queue, Worker, type WorkerOptions } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { Logger } from 'pino';
import { ConfigError } from '../config/config.js';
import { demandNoEviction } from './redis-policy.js';

/** All that a queue is told about a job; the rest is in the ledger, under row-level security. */
export interface Parcel {
  readonly organizationId: string;
  readonly jobId: string;
}

export interface Dispatch {
  readonly name: string;
  readonly data: Parcel;
  readonly opts: JobsOptions;
}

/** What the platform uses of a queue, the same for both places where one can live. */
export interface QueueBackend {
  publish(jobs: readonly Dispatch[]): Promise<void>;
  /** Runs `name` every so often on one of the workers, whichever process asked first. */
  repeat(name: string, everyMs: number): Promise<void>;
  /** Whether the queue has the job still before it: waiting, delayed or being run. */
  awaits(id: string): Promise<boolean>;
  startWorker(process: Processor<Parcel, unknown>, options: Omit<WorkerOptions, 'connection'>): Promise<Worker<Parcel>>;
  close(): Promise<void>;
}

export const QUEUE_NAME = 'touchstone';

/** Finished jobs leave the queue: the ledger remembers them. A failed one is kept a while for whoever looks at the queue itself. */
export const REMOVAL = { removeOnComplete: { age: 3600, count: 1000 }, removeOnFail: { age: 86_400, count: 1000 } };

/** The queue in our own database. */
export async function openPostgresQueue(url: string, poolSize: number, logger: Logger): Promise<QueueBackend> {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    keepAlive: true,
    connectionTimeoutMillis: 5000,
    application_name: 'touchstone queue',
    options: '-c role=touchstone_worker -c search_path=bullmq',
  });
  pool.on('error', (error) => logger.warn({ reason: error.message }, 'a connection of the queue was lost'));
  // A queue is typed by its home, which is Redis unless every type that mentions it says otherwise: what this file uses of
  // it is the same in both.
  const backend = createPostgresBackend as never;
  const queue = new Queue<Parcel>(QUEUE_NAME, { connection: pool }, backend);
  return new BullQueue(queue, logger, {
    worker: (process, options) => new Worker<Parcel>(QUEUE_NAME, process, { ...options, connection: pool }, backend),
    close: () => pool.end(),
  });
}

/** The queue in Redis, for installations that have one. */
export async function openRedisQueue(url: string, logger: Logger): Promise<QueueBackend> {
  const complain = (error: Error) => logger.warn({ reason: error.message }, 'the connection to Redis has a problem');
  let started = false;
  // Publishing fails at once where Redis is away: the outbox keeps the job and the relay tries again. Whoever starts
  // hears of a wrong address instead of waiting; once started, lost connections are made anew.
  const publishing = new Redis(url, {
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
    lazyConnect: true,
    retryStrategy: (times) => (started ? Math.min(times * 200, 5000) : null),
  });
  publishing.on('error', complain);
  // A worker, in contrast, waits for Redis as long as it takes.
  const consuming = new Redis(url, { maxRetriesPerRequest: null, lazyConnect: true });
  consuming.on('error', complain);
  try {
    await publishing.connect();
    await demandNoEviction(publishing);
    started = true;
  } catch (error) {
    if (publishing.status !== 'end') publishing.disconnect();
    if (error instanceof ConfigError) throw error;
    throw new ConfigError([
      `The Redis at REDIS_URL does not answer (${error instanceof Error ? error.message : String(error)}). Start it, correct the address, or leave REDIS_URL out to keep jobs in PostgreSQL.`,
    ]);
  }
  const queue = new Queue<Parcel>(QUEUE_NAME, { connection: publishing, skipWaitingForReady: true });
  return new BullQueue(queue, logger, {
    worker: (process, options) => new Worker<Parcel>(QUEUE_NAME, process, { ...options, connection: consuming }),
    close: async () => {
      publishing.disconnect();
      consuming.disconnect();
    },
  });
}

interface Connections {
  worker(process: Processor<Parcel, unknown>, options: Omit<WorkerOptions, 'connection'>): Worker<Parcel>;
  close(): Promise<void>;
}

class BullQueue implements QueueBackend {
  constructor(
    private readonly queue: Queue<Parcel>,
    private readonly logger: Logger,
    private readonly connections: Connections,
  ) {
    this.listenForErrors(queue);
  }

  async publish(jobs: readonly Dispatch[]): Promise<void> {
    await this.queue.addBulk(jobs as Dispatch[]);
  }

  async repeat(name: string, everyMs: number): Promise<void> {
    await this.queue.upsertJobScheduler(
      name,
      { every: everyMs },
      { name, opts: { removeOnComplete: true, removeOnFail: true } },
    );
  }

  async awaits(id: string): Promise<boolean> {
    const state = await this.queue.getJobState(id);
    return !['unknown', 'completed', 'failed'].includes(state);
  }

  async startWorker(
    process: Processor<Parcel, unknown>,
    options: Omit<WorkerOptions, 'connection'>,
  ): Promise<Worker<Parcel>> {
    const worker = this.connections.worker(process, options);
    this.listenForErrors(worker);
    await worker.waitUntilReady();
    return worker;
  }

  async close(): Promise<void> {
    await this.queue.close();
    await this.connections.close();
  }

  /** Without a listener an error of a connection would end the process. */
  private listenForErrors(emitter: Pick<Queue<Parcel> | Worker<Parcel>, 'on'>): void {
    (emitter as Queue<Parcel>).on('error', (error: Error) =>
      this.logger.warn({ reason: error.message }, 'the queue has a problem'),
    );
  }
}
