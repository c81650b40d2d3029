import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Transaction } from '../../platform/database/unit-of-work.js';
import type { StagedObservation } from './observation-reader.js';

/** Gone when the transaction ends. */
const STAGE = `
  CREATE TEMP TABLE observation_line (
    metric smallint NOT NULL,
    observed_at timestamptz NOT NULL,
    natural_key uuid NOT NULL,
    segments integer NOT NULL,
    value double precision NOT NULL,
    n double precision NOT NULL,
    row_number integer NOT NULL
  ) ON COMMIT DROP`;

const PIECE = 64 * 1024;

/** Sends observations to the database as they are read, by COPY; into a table of this transaction alone. */
export class ObservationStage {
  private lines = '';
  private failed: Error | undefined;
  private lastAt = NaN;
  private lastText = '';

  private constructor(private readonly stream: Writable) {
    stream.on('error', (error: Error) => (this.failed = error));
  }

  static async open(transaction: Transaction): Promise<ObservationStage> {
    await transaction.query(STAGE);
    const client = (await transaction.manager.queryRunner!.connect()) as PoolClient;
    return new ObservationStage(client.query(copyFrom('COPY observation_line FROM STDIN')));
  }

  add(observations: readonly StagedObservation[]): void {
    for (const { metric, at, key, segments, value, n, row } of observations)
      this.lines += `${metric}\t${this.text(at)}\t${key}\t${segments}\t${value}\t${n}\t${row}\n`;
  }

  /** Rows that follow one another mostly share their time. */
  private text(at: number): string {
    if (at !== this.lastAt) {
      this.lastAt = at;
      this.lastText = new Date(at).toISOString();
    }
    return this.lastText;
  }

  /** Hands over what has gathered and waits until the database has room for more. */
  async flush(): Promise<void> {
    if (this.failed) throw this.failed;
    if (this.lines.length < PIECE) return;
    const lines = this.lines;
    this.lines = '';
    if (!this.stream.write(lines)) await once(this.stream, 'drain');
  }

  async close(): Promise<void> {
    if (this.failed) throw this.failed;
    this.stream.end(this.lines);
    this.lines = '';
    await finished(this.stream);
  }

  /** Ends the COPY without its rows, so that the connection can take other statements again. */
  async abandon(): Promise<void> {
    // After an error the COPY is over already, and nobody would answer.
    if (this.failed) return;
    this.stream.destroy();
    await finished(this.stream).catch(() => undefined);
  }
}
