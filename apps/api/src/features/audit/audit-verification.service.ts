import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { type AuditVerdict, verifyAudit } from '../../platform/audit/verify-audit.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { LOGGER } from '../../platform/logging/logger.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import type { AuditVerificationType } from './audit.type.js';

/** Recomputes the chain of an organisation. That somebody looked, and what they found, is on record too. */
@Injectable()
export class AuditVerificationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async verify(principal: Principal): Promise<AuditVerificationType> {
    const verdict = await this.unitOfWork.snapshot(principal, verifyAudit);
    const checkedAt = new Date();
    try {
      await this.record(principal, verdict);
    } catch (error) {
      // A chain whose head was tampered with takes no event any more; whoever asked must learn of it all the same.
      if (verdict.intact) throw error;
      this.logger.error(
        { err: error, brokenAtSequence: verdict.brokenAtSequence },
        'a broken audit chain takes no event',
      );
    }
    return { ...verdict, checkedAt };
  }

  private record(principal: Principal, { intact, events, brokenAtSequence }: AuditVerdict): Promise<void> {
    return this.unitOfWork.write(principal, async (transaction) => {
      transaction.audit({
        act: 'audit.verified',
        objectKind: 'AuditTrail',
        objectId: null,
        changes: { intact, events, ...(intact ? {} : { brokenAtSequence }) },
      });
    });
  }
}
