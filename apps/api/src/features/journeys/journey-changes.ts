import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/unit-of-work.js';
import { LiveEvents } from '../../platform/live/live-events.js';

export const journeyTopic = (journeyId: string): string => `journey.${journeyId}`;

/** Tells whoever has the map open that it changed, and who did it: nobody reloads for what they did themselves. */
@Injectable()
export class JourneyChanges {
  constructor(private readonly live: LiveEvents) {}

  tell(transaction: Transaction, journeyId: string, stageId: string | null = null): Promise<void> {
    const { principal } = transaction;
    const membershipId = principal.kind === 'member' ? principal.membershipId : null;
    return this.live.publish(transaction, journeyTopic(journeyId), { journeyId, stageId, membershipId });
  }
}
