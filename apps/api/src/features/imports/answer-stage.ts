import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
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

const PIECE = 64 * 1024;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\0': '' };

/** Sends good rows to the database as they are read, by COPY; into a table of this transaction alone. */
export class AnswerStage implements AnswerSink {
  private lines = '';
  private failed: Error | undefined;

  private constructor(private readonly stream: Writable) {
    stream.on('error', (error: Error) => (this.failed = error));
  }

  static async open(transaction: Transaction): Promise<AnswerStage> {
    await transaction.query(STAGE);
    const client = (await transaction.manager.queryRunner!.connect()) as PoolClient;
    return new AnswerStage(client.query(copyFrom('COPY import_line FROM STDIN')));
  }

  respondent(respondent: number, key: Buffer, group: number): void {
    this.lines += `${STAGED.respondent}\t${respondent}\t${group}\t\\N\t\\\\x${key.toString('hex')}\t\\N\n`;
  }

  answer(respondent: number, item: number, value: number | null): void {
    this.lines += `${STAGED.answer}\t${respondent}\t${item}\t${value ?? '\\N'}\t\\N\t\\N\n`;
  }

  comment(respondent: number, item: number, text: string): void {
    const escaped = text.replace(/[\\\n\r\t\0]/g, (character) => ESCAPES[character]!);
    this.lines += `${STAGED.comment}\t${respondent}\t${item}\t\\N\t\\N\t${escaped}\n`;
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
