import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { defineSweep, Sweeps } from '../../platform/jobs/sweeps.js';

export const clearExpiredAccess = defineSweep({ name: 'clear-expired-access', everyMs: 6 * 3_600_000 });

/** Sessions, reset links and counters that have run out say where people were: they go, and the tables stay small. */
@Injectable()
export class ClearExpiredAccess implements OnModuleInit {
  constructor(
    private readonly sweeps: Sweeps,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.sweeps.register(clearExpiredAccess, (principal) =>
      this.unitOfWork.work(principal, async ({ organizationId, query }) => {
        await query('DELETE FROM session WHERE organization_id = $1 AND expires_at < now()', [organizationId]);
        // These belong to no organisation; clearing them once more for the next one is harmless.
        await query(`DELETE FROM password_reset WHERE expires_at < now() - interval '1 day'`);
        await query('DELETE FROM rate_limit WHERE expire < extract(epoch FROM now()) * 1000');
      }),
    );
  }
}
