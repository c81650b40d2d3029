import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { WORKER_DATABASE } from '../database/database.tokens.js';
import { loggedError } from '../errors/logged-error.js';
import { LOGGER } from '../logging/logger.js';
import type { SystemPrincipal } from '../tenancy/principal.js';
import type { QueueBackend } from './queue-backend.js';

/** Work that is due by the clock, not because somebody asked: closing what is overdue, clearing what has expired. */
export interface SweepDefinition {
  readonly name: string;
  readonly everyMs: number;
}

/** Runs once per organisation and round. Must be harmless when run twice: a sweep cut off is run again. */
export type SweepHandler = (principal: SystemPrincipal, signal: AbortSignal) => Promise<void>;

const PREFIX = 'sweep.';

export const defineSweep = (sweep: SweepDefinition): SweepDefinition => sweep;

@Injectable()
export class Sweeps {
  private readonly registered = new Map<string, { sweep: SweepDefinition; handler: SweepHandler }>();

  constructor(
    @Inject(WORKER_DATABASE) private readonly database: DataSource,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  register(sweep: SweepDefinition, handler: SweepHandler): void {
    if (this.registered.has(sweep.name)) throw new Error(`Two sweeps are called "${sweep.name}".`);
    this.registered.set(sweep.name, { sweep, handler });
  }

  /** Asks the queue for the rounds. Every process asks; the queue keeps one schedule per name. */
  async schedule(queue: QueueBackend): Promise<void> {
    for (const { sweep } of this.registered.values()) await queue.repeat(`${PREFIX}${sweep.name}`, sweep.everyMs);
  }

  /** False for a job that is no sweep. A sweep of another version of the program is over at once. */
  async runIfSweep(name: string, signal: AbortSignal): Promise<boolean> {
    if (!name.startsWith(PREFIX)) return false;
    const known = this.registered.get(name.slice(PREFIX.length));
    if (known) await this.run(known.sweep, signal);
    return true;
  }

  /** One round now. What goes wrong in one organisation is logged and does not keep the others waiting. */
  async run(sweep: SweepDefinition, signal = new AbortController().signal): Promise<void> {
    const known = this.registered.get(sweep.name);
    if (!known) throw new Error(`Nobody has registered the sweep "${sweep.name}".`);
    const organizations: { id: string }[] = await this.database.query(
      'SELECT id FROM organization WHERE archived_at IS NULL ORDER BY id',
    );
    for (const { id } of organizations) {
      if (signal.aborted) return;
      try {
        await known.handler({ kind: 'system', organizationId: id, name: sweep.name }, signal);
      } catch (error) {
        this.logger.error(
          { sweep: sweep.name, organizationId: id, err: loggedError(error) },
          'a sweep failed for one organisation',
        );
      }
    }
  }
}
