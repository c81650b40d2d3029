import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { LiveEvents } from '../../platform/live/live-events.js';
import { responsesTopic } from '../assessments/index.js';

const GATHER_MS = 400;

/**
 * Tells watching officers that responses arrived. Gathered for a moment: committing a notification makes PostgreSQL
 * queue every writer behind one lock, so it is not done once per submission.
 */
@Injectable()
export class ResponseNews {
  private readonly pending = new Map<string, NodeJS.Timeout>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly live: LiveEvents,
  ) {}

  arrived(organizationId: string, assessmentId: string): void {
    const key = `${organizationId} ${assessmentId}`;
    if (this.pending.has(key)) return;
    const timer = setTimeout(() => {
      this.pending.delete(key);
      // Losing this is harmless: the page shows the same counts when it is opened or the next answer comes.
      this.unitOfWork
        .write({ kind: 'system', organizationId, name: 'response-news' }, (transaction) =>
          this.live.publish(transaction, responsesTopic(assessmentId), { assessmentId }),
        )
        .catch(() => undefined);
    }, GATHER_MS);
    timer.unref();
    this.pending.set(key, timer);
  }
}
