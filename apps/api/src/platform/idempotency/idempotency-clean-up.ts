import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import { defineSweep, Sweeps } from '../jobs/sweeps.js';

export const clearIdempotencyKeys = defineSweep({ name: 'clear-idempotency-keys', everyMs: 3_600_000 });

const KEPT_HOURS = 48;

/** A client that has not repeated a request by then does not repeat it. */
@Injectable()
export class IdempotencyCleanUp implements OnModuleInit {
  constructor(
    private readonly sweeps: Sweeps,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.sweeps.register(clearIdempotencyKeys, async (principal) => {
      await this.unitOfWork.work(principal, ({ query }) =>
        query(
          'DELETE FROM idempotency_key WHERE organization_id = $1 AND created_at < now() - make_interval(hours => $2)',
          [principal.organizationId, KEPT_HOURS],
        ),
      );
    });
  }
}
