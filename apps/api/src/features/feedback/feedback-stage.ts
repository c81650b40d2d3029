import { languageOf, similarityKeys } from '@touchstone/domain';
import { CopiedLines } from '../../platform/database/copied-lines.js';
import { newId, type Transaction } from '../../platform/database/unit-of-work.js';
import type { FeedbackSource } from './feedback.enums.js';

/** One thing that was said, as a file tells it. */
export interface StagedFeedback {
  readonly row: number;
  /** What identifies it at its source: 32 hexadecimal digits. */
  readonly key: string;
  readonly source: FeedbackSource;
  readonly text: string;
  /** What the script gives away, where it is not said. */
  readonly language?: string | null;
  readonly at: number;
  readonly rating?: number | null;
  readonly touchpointId?: string | null;
  readonly personaId?: string | null;
  readonly metricId?: string | null;
}

/** Gone when the transaction ends. */
const STAGE = `
  CREATE TEMP TABLE feedback_line (
    row_number integer NOT NULL,
    id uuid NOT NULL,
    natural_key uuid NOT NULL,
    source text NOT NULL,
    text text NOT NULL,
    language text NOT NULL,
    said_at timestamptz NOT NULL,
    rating double precision,
    touchpoint_id uuid,
    persona_id uuid,
    metric_id uuid,
    similarity_keys integer[] NOT NULL
  ) ON COMMIT DROP`;

const NONE = '\\N';
const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const escaped = (text: string): string => text.replace(/[\\\t\n\r]/g, (character) => ESCAPED[character]!);

/** Sends feedback to the database as it is read, by COPY; into a table of this transaction alone. */
export class FeedbackStage {
  staged = 0;

  private constructor(readonly copied: CopiedLines) {}

  static async open(transaction: Transaction): Promise<FeedbackStage> {
    await transaction.query(STAGE);
    return new FeedbackStage(await CopiedLines.into(transaction, 'feedback_line'));
  }

  add(one: StagedFeedback): void {
    this.staged += 1;
    this.copied.add(
      `${one.row}\t${newId()}\t${one.key}\t${one.source}\t${escaped(one.text)}\t${one.language ?? languageOf(one.text)}\t` +
        `${new Date(one.at).toISOString()}\t${one.rating ?? NONE}\t${one.touchpointId ?? NONE}\t${one.personaId ?? NONE}\t` +
        `${one.metricId ?? NONE}\t{${similarityKeys(one.text).join()}}\n`,
    );
  }
}
