import { z } from 'zod';

/** A port number as an environment variable gives it. */
const port = z.coerce.number().int().min(0).max(65535);
const url = (...protocols: string[]) =>
  z.url().refine((value) => protocols.some((protocol) => value.startsWith(`${protocol}://`)), {
    message: `must begin with ${protocols.map((protocol) => `${protocol}://`).join(' or ')}`,
  });

const schema = z.strictObject({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(3000),
  PUBLIC_URL: url('http', 'https').optional(),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: url('postgres', 'postgresql').optional(),
  DATABASE_APP_URL: url('postgres', 'postgresql').optional(),
  DATABASE_WORKER_URL: url('postgres', 'postgresql').optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  REDIS_URL: url('redis', 'rediss').optional(),
  SMTP_URL: url('smtp', 'smtps').optional(),
  MAIL_FROM: z.string().default('Touchstone <touchstone@localhost>'),
  SECRET_KEY: z.string().min(32, 'needs at least 32 characters; make one with: openssl rand -hex 32').optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  RUN_WORKERS: z.enum(['true', 'false']).default('true'),
  SAMPLE_PROGRAMME: z.enum(['true', 'false']).optional(),
  TRUST_PROXY: z.enum(['true', 'false']).default('false'),
});

export interface Config {
  readonly environment: 'development' | 'test' | 'production';
  readonly host: string;
  readonly port: number;
  /** The address people use, without a slash at the end; links in mails begin with it. */
  readonly publicUrl: string;
  readonly dataDir: string;
  /** Absent: an embedded PostgreSQL under `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly databaseAppUrl: string | undefined;
  readonly databaseWorkerUrl: string | undefined;
  readonly databasePool: number;
  readonly redisUrl: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  /** Signs group links; where the environment gives none, one is made on the first start and kept in `dataDir`. */
  readonly secretKey: string | undefined;
  readonly logLevel: string;
  readonly runWorkers: boolean;
  readonly sampleProgramme: boolean;
  readonly trustProxy: boolean;
}

export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The configuration cannot be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** The names of all settings. */
export const SETTINGS: readonly string[] = Object.keys(schema.shape);
/** Prefixes under which nobody but us sets variables, so that a misspelt one can be refused instead of ignored. */
const OUR_PREFIXES = ['DATABASE_', 'SMTP_', 'REDIS_', 'TOUCHSTONE_'];

/** Reads the configuration from environment variables, or says in whole sentences what is wrong with it. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(
    SETTINGS.map((key) => [key, environment[key] === '' ? undefined : environment[key]]),
  );
  const problems: string[] = [];
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) problems.push(`${issue.path.join('.')}: ${issue.message}.`);
    throw new ConfigError(problems);
  }
  const values = parsed.data;
  for (const key of Object.keys(environment)) {
    if (OUR_PREFIXES.some((prefix) => key.startsWith(prefix)) && !SETTINGS.includes(key)) {
      problems.push(`${key} is not a setting of Touchstone; remove it or correct its name.`);
    }
  }
  if (!values.DATABASE_URL && (values.DATABASE_APP_URL || values.DATABASE_WORKER_URL)) {
    problems.push(
      'DATABASE_APP_URL and DATABASE_WORKER_URL need DATABASE_URL (the owner, which migrates) beside them.',
    );
  }
  if (Boolean(values.DATABASE_APP_URL) !== Boolean(values.DATABASE_WORKER_URL)) {
    problems.push('Give both DATABASE_APP_URL and DATABASE_WORKER_URL, or neither.');
  }
  if (values.NODE_ENV === 'production' && !values.SECRET_KEY && values.DATABASE_URL) {
    problems.push(
      'SECRET_KEY is needed in production with a database of your own; make one with: openssl rand -hex 32.',
    );
  }
  if (values.NODE_ENV === 'production' && !values.PUBLIC_URL && values.DATABASE_URL) {
    problems.push('PUBLIC_URL is needed in production: links in invitations begin with it.');
  }
  if (values.NODE_ENV === 'production' && !values.SMTP_URL && values.DATABASE_URL) {
    problems.push('SMTP_URL is needed in production: invitations and password resets are mailed.');
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return {
    environment: values.NODE_ENV,
    host: values.HOST,
    port: values.PORT,
    publicUrl: (values.PUBLIC_URL ?? `http://localhost:${values.PORT}`).replace(/\/+$/, ''),
    dataDir: values.DATA_DIR,
    databaseUrl: values.DATABASE_URL,
    databaseAppUrl: values.DATABASE_APP_URL,
    databaseWorkerUrl: values.DATABASE_WORKER_URL,
    databasePool: values.DATABASE_POOL,
    redisUrl: values.REDIS_URL,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    secretKey: values.SECRET_KEY,
    logLevel: values.LOG_LEVEL,
    runWorkers: values.RUN_WORKERS === 'true',
    sampleProgramme: values.SAMPLE_PROGRAMME ? values.SAMPLE_PROGRAMME === 'true' : !values.DATABASE_URL,
    trustProxy: values.TRUST_PROXY === 'true',
  };
}
