import { Injectable } from '@nestjs/common';
import type { FieldProblem } from '@touchstone/domain';
import type { Transaction } from '../../platform/database/unit-of-work.js';

/** What a launch does to the effects that were registered before it. */
export interface PreparedSeal {
  /** What stands against each registration that is not sealed yet, by its id. */
  readonly refusals: ReadonlyMap<string, readonly FieldProblem[]>;
  /** Seals them, in the transaction that launches. */
  seal(): Promise<void>;
}

type Prepare = (transaction: Transaction, initiativeId: string, launchedOn: string, at: Date) => Promise<PreparedSeal>;

/** Whoever keeps the registrations says here how they are sealed, so that stages need not know what an effect is. */
@Injectable()
export class LaunchSeals {
  private prepareWith: Prepare = async () => ({ refusals: new Map(), seal: async () => undefined });

  register(prepare: Prepare): void {
    this.prepareWith = prepare;
  }

  prepare: Prepare = (transaction, initiativeId, launchedOn, at) =>
    this.prepareWith(transaction, initiativeId, launchedOn, at);
}
