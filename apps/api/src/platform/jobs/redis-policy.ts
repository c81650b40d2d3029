import type { Redis } from 'ioredis';
import { ConfigError } from '../config/config.js';

/**
 * A Redis that evicts keys when memory runs short drops jobs without a trace, so we do not start on one. Hosted ones
 * that hide their configuration tell the policy in INFO.
 */
export async function demandNoEviction(redis: Redis): Promise<void> {
  const policy = /^maxmemory_policy:(.+)$/m.exec(await redis.info('memory'))?.[1]?.trim();
  if (policy && policy !== 'noeviction') {
    throw new ConfigError([
      `The Redis at REDIS_URL has maxmemory-policy "${policy}" and would drop jobs when memory runs short. Set it to "noeviction" (redis-cli CONFIG SET maxmemory-policy noeviction), or leave REDIS_URL out to keep jobs in PostgreSQL.`,
    ]);
  }
}
