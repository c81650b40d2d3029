import type { CopiedLines } from '../database/copied-lines.js';
import type { JobRun } from '../jobs/job-handlers.js';
import type { OpenTable, RowBatch } from './table.js';

interface RowReader {
  readonly rowsRead: number;
  read(batch: RowBatch): void;
}

/** Reads a table to its end for a job, sends what the reader makes of its rows to the database, and tells how far it is. */
export async function stageTable(
  run: Pick<JobRun<unknown>, 'signal' | 'progress'>,
  table: OpenTable,
  reader: RowReader,
  copied: CopiedLines,
): Promise<void> {
  // Not waited for: a report takes a connection of its own, and the transaction of the COPY may hold the last one.
  const report = (done: number, total: number) => void run.progress(done, total).catch(() => undefined);
  try {
    for await (const batch of table.rows()) {
      run.signal.throwIfAborted();
      reader.read(batch);
      await copied.flush();
      report(reader.rowsRead, Math.max(reader.rowsRead, table.expectedRows));
    }
    await copied.close();
  } catch (error) {
    await copied.abandon();
    throw error;
  }
  report(reader.rowsRead, reader.rowsRead);
}
