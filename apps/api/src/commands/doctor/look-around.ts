import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { Redis } from 'ioredis';
import { createTransport } from 'nodemailer';
import { type Config, ConfigError } from '../../platform/config/config.js';
import { demandNoEviction } from '../../platform/jobs/redis-policy.js';
import { type Finding, problem, warning, well } from './finding.js';

const OLDEST_NODE = [20, 19] as const;
const TIGHT_BYTES = 2e9;
const TOO_TIGHT_BYTES = 2e8;

export function lookAtNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const fits = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  return fits
    ? well('node', version)
    : problem('node', version, `Touchstone needs Node ${OLDEST_NODE.join('.')} or newer.`);
}

export async function lookAtDisk({ dataDir, databaseUrl }: Config): Promise<Finding> {
  const { bavail, bsize } = await statfs(existsSync(dataDir) ? dataDir : '.');
  const free = bavail * bsize;
  const text = `${(free / 1e9).toFixed(1)} GB free where ${dataDir} is`;
  const holdsDatabase = databaseUrl ? '' : ' The database is in it.';
  if (free < TOO_TIGHT_BYTES)
    return problem('disk', text, `Make room, or name another folder with DATA_DIR.${holdsDatabase}`);
  if (free < TIGHT_BYTES) return warning('disk', text, `Make room soon.${holdsDatabase}`);
  return well('disk', text);
}

export async function lookAtQueue({ redisUrl }: Config): Promise<Finding> {
  if (!redisUrl) return well('queue', 'in the database');
  const redis = new Redis(redisUrl, {
    lazyConnect: true,
    maxRetriesPerRequest: 1,
    connectTimeout: 5000,
    retryStrategy: () => null,
  });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    await demandNoEviction(redis);
    return well('queue', 'in Redis, which drops nothing when memory runs short');
  } catch (error) {
    return error instanceof ConfigError
      ? problem('queue', 'Redis would drop jobs', error.problems.join(' '))
      : problem('queue', `Redis does not answer: ${(error as Error).message}`, 'Start it, or correct REDIS_URL.');
  } finally {
    redis.disconnect();
  }
}

export async function lookAtMail({ smtpUrl, environment, mailFrom }: Config): Promise<Finding> {
  if (!smtpUrl) {
    return environment === 'production'
      ? warning('mail', 'none is sent; letters are kept in the data folder', 'Set SMTP_URL and MAIL_FROM.')
      : well('mail', 'kept at /dev/mailbox, because SMTP_URL is not set');
  }
  const transport = createTransport(smtpUrl, { connectionTimeout: 5000, greetingTimeout: 5000 } as object);
  try {
    await transport.verify();
    return well('mail', `the server takes letters from ${mailFrom}`);
  } catch (error) {
    return problem('mail', `the server does not take letters: ${(error as Error).message}`, 'Correct SMTP_URL.');
  } finally {
    transport.close();
  }
}
