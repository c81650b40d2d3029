import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Transaction } from './unit-of-work.js';

/** Characters gathered before they are sent: larger pieces cost memory, smaller ones calls. */
const PIECE = 64 * 1024;

/**
 * Sends lines in COPY's text format to a table of a transaction as they come. A connection takes one COPY at a time and
 * no other statement beside it.
 */
export class CopiedLines {
  private lines = '';
  private failed: Error | undefined;

  private constructor(private readonly stream: Writable) {
    stream.on('error', (error: Error) => (this.failed = error));
  }

  static async into(transaction: Transaction, table: string): Promise<CopiedLines> {
    const client = (await transaction.manager.queryRunner!.connect()) as PoolClient;
    return new CopiedLines(client.query(copyFrom(`COPY ${table} FROM STDIN`)));
  }

  /** Keeps a line, its end included, until the next `flush`. */
  add(line: string): void {
    this.lines += line;
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
