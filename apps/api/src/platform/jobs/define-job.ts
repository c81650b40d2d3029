import type { z } from 'zod';

export interface Retries {
  /** How often the job is tried altogether before it is dead. */
  readonly attempts: number;
  /** The pause before the second try; it doubles with every further one. */
  readonly backoffMs: number;
}

/** What a job is called and what it is told. The payload is kept in the ledger: ids and settings, never personal data. */
export interface JobDefinition<Payload> {
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
  readonly retries: Retries;
}

const DEFAULT_RETRIES: Retries = { attempts: 5, backoffMs: 2000 };
const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const defined = new Map<string, JobDefinition<never>>();

/** Declares a job, once per name. The application does not start unless exactly one handler is registered for it. */
export function defineJob<Payload>(job: {
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
  readonly retries?: Partial<Retries>;
}): JobDefinition<Payload> {
  if (!NAME.test(job.name)) throw new Error(`A job's name is written in lower-case-with-dashes, unlike "${job.name}".`);
  if (defined.has(job.name)) throw new Error(`Two jobs are called "${job.name}".`);
  const definition: JobDefinition<Payload> = {
    name: job.name,
    payload: job.payload,
    retries: { ...DEFAULT_RETRIES, ...job.retries },
  };
  defined.set(job.name, definition as JobDefinition<never>);
  return definition;
}

export const definedJobs = (): readonly JobDefinition<never>[] => [...defined.values()];

/** What a name stands for here; a name that only another version knows is tried as often as any. */
export const retriesOf = (name: string): Retries => defined.get(name)?.retries ?? DEFAULT_RETRIES;
