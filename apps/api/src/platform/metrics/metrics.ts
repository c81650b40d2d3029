import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

export const METRICS = Symbol('METRICS');

export interface Metrics {
  readonly registry: Registry;
  readonly requestSeconds: Histogram<'method' | 'route' | 'status'>;
  readonly jobSeconds: Histogram<'job' | 'outcome'>;
}

/** One registry per application, so that several in one process (tests) do not count into each other. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requestSeconds = new Histogram({
    name: 'touchstone_http_request_seconds',
    help: 'Time from request to response by route.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const jobSeconds = new Histogram({
    name: 'touchstone_job_seconds',
    help: 'Time that one attempt at a job took, by job and outcome: completed, failed (tried again), dead or put_back.',
    labelNames: ['job', 'outcome'],
    buckets: [0.05, 0.25, 1, 5, 15, 60, 300, 1800],
    registers: [registry],
  });
  return { registry, requestSeconds, jobSeconds };
}
