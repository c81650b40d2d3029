import { CopiedLines } from '../../platform/database/copied-lines.js';
import type { Transaction } from '../../platform/database/unit-of-work.js';
import type { AnswerSink } from './import-reader.js';

export const STAGED = { respondent: 0, answer: 1, comment: 2 } as const;

/** One table for everything, because a connection can take one COPY at a time. Gone when the transaction ends. */
const STAGE = `
  CREATE TEMP TABLE import_line (
    kind smallint NOT NULL,
    respondent integer NOT NULL,
    -- Of a respondent: the group's place in the plan. Otherwise: the item's.
    place smallint NOT NULL,
    value double precision,
    key bytea,
    text text
  ) ON COMMIT DROP`;

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\0': '' };

/** Sends good rows to the database as they are read, by COPY; into a table of this transaction alone. */
export class AnswerStage implements AnswerSink {
  private constructor(readonly copied: CopiedLines) {}

  static async open(transaction: Transaction): Promise<AnswerStage> {
    await transaction.query(STAGE);
    return new AnswerStage(await CopiedLines.into(transaction, 'import_line'));
  }

  respondent(respondent: number, key: Buffer, group: number): void {
    this.copied.add(`${STAGED.respondent}\t${respondent}\t${group}\t\\N\t\\\\x${key.toString('hex')}\t\\N\n`);
  }

  answer(respondent: number, item: number, value: number | null): void {
    this.copied.add(`${STAGED.answer}\t${respondent}\t${item}\t${value ?? '\\N'}\t\\N\t\\N\n`);
  }

  comment(respondent: number, item: number, text: string): void {
    const escaped = text.replace(/[\\\n\r\t\0]/g, (character) => ESCAPES[character]!);
    this.copied.add(`${STAGED.comment}\t${respondent}\t${item}\t\\N\t\\N\t${escaped}\n`);
  }
}
