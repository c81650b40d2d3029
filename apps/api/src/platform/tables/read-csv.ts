import type { ByteSource } from './byte-source.js';
import type { CsvLayout } from './csv-layout.js';
import { CsvRecords } from './csv-records.js';
import { decodeText } from './decode-text.js';
import type { TextEncoding } from './inspect-bytes.js';
import type { RowBatch } from './table.js';

const BATCH = 1000;

/** Every row of the file in batches, numbered as a spreadsheet program would number them, empty ones included. */
export async function* readCsv(
  source: ByteSource,
  encoding: TextEncoding,
  { delimiter, declared }: CsvLayout,
): AsyncGenerator<RowBatch> {
  const records = new CsvRecords(delimiter);
  let number = 1;
  const batches = function* (found: string[][]): Generator<RowBatch> {
    for (let at = declared && number === 1 ? 1 : 0; at < found.length; at += BATCH)
      yield { first: number + at, rows: found.slice(at, at + BATCH) };
    number += found.length;
  };
  for await (const piece of decodeText(source, encoding)) yield* batches(records.take(piece));
  yield* batches(records.take('', true));
}
