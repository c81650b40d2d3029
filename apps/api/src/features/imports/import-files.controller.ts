import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow } from '../../platform/authz/allow.decorator.js';
import { CSV_MARK, csvLine } from '../../platform/tables/index.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { answerTemplate } from './answer-template.js';
import { LookAtTableService } from './look-at-table.service.js';
import { problemText } from './import-problem.js';
import { ImportsReadModel } from './imports.read-model.js';
import { sendCsvFile, sendProblems } from './send-problems.js';

@Controller('imports')
export class ImportFilesController {
  constructor(
    private readonly imports: ImportsReadModel,
    private readonly tables: LookAtTableService,
  ) {}

  @Get('template.csv')
  @Allow('create', 'Import')
  async template(
    @CurrentMember() member: MemberPrincipal,
    @Query('assessmentId') assessmentId: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { prepared } = await this.tables.contextOf(member, assessmentId ?? '');
    const { name, headings } = answerTemplate(prepared.model, member.locale);
    await sendCsvFile(reply, name, [CSV_MARK + csvLine(headings)]);
  }

  @Get(':id/problems.csv')
  @Allow('read', 'Import')
  async download(
    @CurrentMember() member: MemberPrincipal,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendProblems(reply, {
      locale: member.locale,
      page: (after, limit) => this.imports.problemRows(member, id, after, limit),
      message: (problem) => problemText(problem, member.locale),
    });
  }
}
