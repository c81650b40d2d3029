import { Inject, Injectable } from '@nestjs/common';
import { RateLimitedError } from '@touchstone/domain';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';
import { APP_DATABASE } from '../database/database.tokens.js';

export interface RateLimit {
  readonly name: string;
  readonly points: number;
  readonly perSeconds: number;
  /** Once the limit is passed, nothing more for this long, whatever is left of the period. */
  readonly lockSeconds?: number;
}

/** Counters kept in the database, so that they hold over several processes and restarts. */
@Injectable()
export class RateLimits {
  private readonly limiters = new Map<string, RateLimiterPostgres>();

  constructor(@Inject(APP_DATABASE) private readonly database: DataSource) {}

  /** Counts one act; refuses it once the limit is reached. */
  async count(limit: RateLimit, key: string): Promise<void> {
    try {
      await this.limiter(limit).consume(key);
    } catch (refusal) {
      throw asRateLimited(refusal);
    }
  }

  /** Takes back what was counted: for acts that are counted before it is known that they were harmless. */
  async takeBack(limit: RateLimit, key: string): Promise<void> {
    await this.limiter(limit).reward(key);
  }

  /** Counts one act. The one that passes the limit starts the lock and is itself still free; gives the minutes of a lock that stood before. */
  async minutesLocked(limit: RateLimit & { readonly lockSeconds: number }, key: string): Promise<number> {
    try {
      await this.limiter(limit).consume(key);
      return 0;
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return refusal.consumedPoints > limit.points + 1 ? Math.ceil(refusal.msBeforeNext / 60_000) : 0;
    }
  }

  /** Refuses when the limit was reached already, without counting: for acts of which only the failures count. */
  async check(limit: RateLimit, key: string): Promise<void> {
    const state = await this.limiter(limit).get(key);
    if (state && state.remainingPoints <= 0) throw asRateLimited(state);
  }

  private limiter(limit: RateLimit): RateLimiterPostgres {
    let limiter = this.limiters.get(limit.name);
    if (!limiter) {
      limiter = new RateLimiterPostgres({
        // The pool of the one server we talk to: TypeORM's own name for it, which its common type of a driver does not tell.
        storeClient: (this.database.driver as unknown as { master: unknown }).master,
        storeType: 'pool',
        tableName: 'rate_limit',
        tableCreated: true,
        keyPrefix: limit.name,
        points: limit.points,
        duration: limit.perSeconds,
        blockDuration: limit.lockSeconds ?? 0,
        clearExpiredByTimeout: false,
      });
      this.limiters.set(limit.name, limiter);
    }
    return limiter;
  }
}

function asRateLimited(refusal: unknown): unknown {
  return refusal instanceof RateLimiterRes ? new RateLimitedError(Math.ceil(refusal.msBeforeNext / 1000)) : refusal;
}
