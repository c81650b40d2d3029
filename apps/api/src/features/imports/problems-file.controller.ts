import { Readable } from 'node:stream';
import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow } from '../../platform/authz/allow.decorator.js';
import { attachmentHeader } from '../../platform/files/file-name.js';
import { CSV_MARK, csvLine } from '../../platform/tables/index.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { problemText } from './import-problem.js';
import { ImportsReadModel } from './imports.read-model.js';

const PAGE = 1000;
const HEADERS = {
  en: ['Row', 'Column', 'Stands there', 'Why it cannot be taken', 'Code'],
  'zh-CN': ['行', '列', '单元格内容', '不能导入的原因', '代码'],
};

/** The problems of an import as a file, to be worked off beside the spreadsheet. */
@Controller('imports')
export class ProblemsFileController {
  constructor(private readonly imports: ImportsReadModel) {}

  @Get(':id/problems.csv')
  @Allow('read', 'Import')
  async download(
    @CurrentMember() member: MemberPrincipal,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const first = await this.imports.problemRows(member, id, 0, PAGE);
    const name = `${first.fileName.replace(/\.\w{1,5}$/, '')} – problems.csv`;
    await reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', attachmentHeader(name))
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, no-store')
      .send(Readable.from(this.lines(member, id, first.rows)));
  }

  private async *lines(
    member: MemberPrincipal,
    id: string,
    firstRows: Awaited<ReturnType<ImportsReadModel['problemRows']>>['rows'],
  ): AsyncGenerator<string> {
    yield CSV_MARK + csvLine(HEADERS[member.locale.startsWith('zh') ? 'zh-CN' : 'en']);
    let rows = firstRows;
    while (rows.length > 0) {
      yield rows
        .map((problem) =>
          csvLine([problem.row, problem.column, problem.value, problemText(problem, member.locale), problem.code]),
        )
        .join('');
      if (rows.length < PAGE) return;
      ({ rows } = await this.imports.problemRows(member, id, rows.at(-1)!.position, PAGE));
    }
  }
}
