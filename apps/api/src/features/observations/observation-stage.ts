import { CopiedLines } from '../../platform/database/copied-lines.js';
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

/** Sends observations to the database as they are read, by COPY; into a table of this transaction alone. */
export class ObservationStage {
  private lastAt = NaN;
  private lastText = '';

  private constructor(readonly copied: CopiedLines) {}

  static async open(transaction: Transaction): Promise<ObservationStage> {
    await transaction.query(STAGE);
    return new ObservationStage(await CopiedLines.into(transaction, 'observation_line'));
  }

  add(observations: readonly StagedObservation[]): void {
    for (const { metric, at, key, segments, value, n, row } of observations)
      this.copied.add(`${metric}\t${this.text(at)}\t${key}\t${segments}\t${value}\t${n}\t${row}\n`);
  }

  /** Rows that follow one another mostly share their time. */
  private text(at: number): string {
    if (at !== this.lastAt) {
      this.lastAt = at;
      this.lastText = new Date(at).toISOString();
    }
    return this.lastText;
  }
}
