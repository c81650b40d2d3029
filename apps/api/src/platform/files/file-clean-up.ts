import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import { defineSweep, Sweeps } from '../jobs/sweeps.js';

export const clearExpiredFiles = defineSweep({ name: 'clear-expired-files', everyMs: 3_600_000 });

/** Files are a way in and a way out, not an archive. */
@Injectable()
export class FileCleanUp implements OnModuleInit {
  constructor(
    private readonly sweeps: Sweeps,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.sweeps.register(clearExpiredFiles, async (principal) => {
      await this.unitOfWork.work(principal, ({ query }) =>
        query('DELETE FROM stored_file WHERE organization_id = $1 AND expires_at <= now()', [principal.organizationId]),
      );
    });
  }
}
