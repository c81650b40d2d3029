import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, ValidationError } from '@touchstone/domain';
import type { Transaction } from '../database/unit-of-work.js';

export interface IdempotentRequest {
  readonly operation: string;
  readonly key: string;
  readonly request: unknown;
}

const SHORTEST_KEY = 8;
const LONGEST_KEY = 200;

/** Lets a client repeat a mutation it did not hear back from: the same key does the work once and answers the same. */
@Injectable()
export class Idempotency {
  async run<T>(transaction: Transaction, asked: IdempotentRequest, work: () => Promise<T>): Promise<T> {
    if (asked.key.length < SHORTEST_KEY || asked.key.length > LONGEST_KEY) {
      throw ValidationError.of('idempotencyKey', 'bad_length', `Use ${SHORTEST_KEY} to ${LONGEST_KEY} characters.`, {
        minimum: SHORTEST_KEY,
        maximum: LONGEST_KEY,
      });
    }
    const { principal, organizationId } = transaction;
    const actor = principal.kind === 'member' ? principal.membershipId : organizationId;
    const hash = createHash('sha256').update(JSON.stringify(asked.request)).digest();
    // A second request with the same key waits here until the first has committed or rolled back.
    const claimed = await transaction.query(
      `INSERT INTO idempotency_key (organization_id, actor_id, operation, key, request_hash)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING key`,
      [organizationId, actor, asked.operation, asked.key, hash],
    );
    if (claimed.length === 0) {
      const [stored] = await transaction.query<{ request_hash: Buffer; response: T }>(
        `SELECT request_hash, response FROM idempotency_key
         WHERE organization_id = $1 AND actor_id = $2 AND operation = $3 AND key = $4`,
        [organizationId, actor, asked.operation, asked.key],
      );
      if (!stored?.request_hash.equals(hash)) {
        throw new DomainError('IDEMPOTENCY_KEY_REUSED', 'This idempotency key was used for a different request.');
      }
      return stored.response;
    }
    const response = await work();
    await transaction.query(
      `UPDATE idempotency_key SET response = $5 WHERE organization_id = $1 AND actor_id = $2 AND operation = $3 AND key = $4`,
      [organizationId, actor, asked.operation, asked.key, JSON.stringify(response)],
    );
    return response;
  }
}
