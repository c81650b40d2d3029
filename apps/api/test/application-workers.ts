import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { TestApplication } from './test-application.js';

const WORKER = fileURLToPath(new URL('./application-worker.mjs', import.meta.url));

/** Worker processes of the whole application, from the built files, to be killed. */
export class ApplicationWorkers {
  private readonly started: ChildProcess[] = [];

  constructor(private readonly application: () => TestApplication) {}

  /** Resolves when it takes jobs. */
  async start(): Promise<ChildProcess> {
    const { database, config } = this.application();
    const worker = spawn(process.execPath, [WORKER], {
      env: {
        PATH: process.env['PATH'],
        TEST_LOG: process.env['TEST_LOG'],
        WORKER_DATABASE_URL: database.urls.worker,
        WORKER_SECRET_KEY: config.secretKey,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.started.push(worker);
    await once(worker.stdout, 'data');
    return worker;
  }

  async end(worker: ChildProcess, signal: NodeJS.Signals): Promise<void> {
    const exit = once(worker, 'exit');
    worker.kill(signal);
    await exit;
  }

  /** Those that still run. */
  async killAll(): Promise<void> {
    for (const worker of this.started.splice(0))
      if (worker.exitCode === null && worker.signalCode === null) await this.end(worker, 'SIGKILL');
  }
}
