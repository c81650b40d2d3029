import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/unit-of-work.js';
import { enqueue } from '../../platform/jobs/enqueue.js';
import { InitiativeStageService } from '../initiatives/index.js';
import { PainPointService } from '../pain-points/index.js';
import { tellOfVerdictJob } from './effects.jobs.js';
import { fillBenefits } from './fill-benefits.js';

export interface KeptVerdict {
  readonly verdictId: string;
  readonly initiativeId: string;
  readonly verdict: string;
}

/** What of the rest moves with a verdict, where the state machines say so: in its transaction, or not at all. */
@Injectable()
export class AfterVerdict {
  constructor(
    private readonly stages: InitiativeStageService,
    private readonly painPoints: PainPointService,
  ) {}

  async follow(transaction: Transaction, { verdictId, initiativeId, verdict }: KeptVerdict): Promise<void> {
    await fillBenefits(transaction, verdictId);
    if (verdict !== 'holding')
      await this.stages.follow(transaction, initiativeId, 'evaluating', REASONS[verdict] ?? '');
    if (verdict === 'proven') await this.painPoints.follow(transaction, initiativeId, 'verified', PROVEN);
    if (verdict === 'faded') await this.painPoints.follow(transaction, initiativeId, 'confirmed', FADED);
    if (verdict !== 'holding') await enqueue(transaction, tellOfVerdictJob, { verdictId });
  }
}

const PROVEN = 'The effect is proven.';
const FADED = 'The proven gain has faded.';
const REASONS: Readonly<Record<string, string>> = { faded: FADED };
