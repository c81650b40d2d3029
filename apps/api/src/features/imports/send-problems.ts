import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { attachmentHeader } from '../../platform/files/file-name.js';
import { CSV_MARK, csvLine } from '../../platform/tables/index.js';

const PAGE = 1000;
const HEADERS = {
  en: ['Row', 'Column', 'Stands there', 'Why it cannot be taken', 'Code'],
  'zh-CN': ['行', '列', '单元格内容', '不能导入的原因', '代码'],
};

export interface SentProblem {
  readonly position: number;
  readonly row: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly code: string;
}

export interface ProblemsToSend<Problem extends SentProblem> {
  readonly locale: string;
  /** One page of them, from the first after a position. */
  readonly page: (after: number, limit: number) => Promise<{ fileName: string; rows: readonly Problem[] }>;
  readonly message: (problem: Problem) => string;
}

/** The problems of an import as a file, to be worked off beside the spreadsheet. Read in pages while it is sent. */
export async function sendProblems<Problem extends SentProblem>(
  reply: FastifyReply,
  asked: ProblemsToSend<Problem>,
): Promise<void> {
  const first = await asked.page(0, PAGE);
  const name = `${first.fileName.replace(/\.\w{1,5}$/, '')} – problems.csv`;
  await sendCsvFile(reply, name, linesOf(asked, first.rows));
}

/** A CSV that a browser saves and keeps no copy of. */
export async function sendCsvFile(reply: FastifyReply, name: string, lines: AsyncIterable<string> | Iterable<string>) {
  await reply
    .header('content-type', 'text/csv; charset=utf-8')
    .header('content-disposition', attachmentHeader(name))
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .send(Readable.from(lines));
}

async function* linesOf<Problem extends SentProblem>(
  { locale, page, message }: ProblemsToSend<Problem>,
  firstRows: readonly Problem[],
): AsyncGenerator<string> {
  yield CSV_MARK + csvLine(HEADERS[locale.startsWith('zh') ? 'zh-CN' : 'en']);
  let rows = firstRows;
  while (rows.length > 0) {
    yield rows
      .map((problem) => csvLine([problem.row, problem.column, problem.value, message(problem), problem.code]))
      .join('');
    if (rows.length < PAGE) return;
    ({ rows } = await page(rows.at(-1)!.position, PAGE));
  }
}
