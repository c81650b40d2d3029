import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow } from '../../platform/authz/allow.decorator.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { CSV_MARK, csvLine } from '../../platform/tables/index.js';
import { sendCsvFile, sendProblems } from '../imports/index.js';
import { FeedbackImportsReadModel } from './feedback-imports.read-model.js';
import { problemText } from './feedback-problem.js';

/** Headings alone: a row of examples would sooner or later be imported as if somebody had said it. */
const TEMPLATES = {
  en: {
    name: 'feedback.csv',
    headings: ['id', 'date', 'source', 'text', 'language', 'rating', 'touchpoint', 'persona'],
  },
  'zh-CN': {
    name: '客户反馈.csv',
    headings: ['编号', '日期', '来源', '反馈内容', '语言', '评分', '触点', '角色'],
  },
};

/** What belongs to imports of feedback and is saved by a browser: a template to begin with, problems to work off. */
@Controller('feedback-imports')
export class FeedbackImportFilesController {
  constructor(private readonly imports: FeedbackImportsReadModel) {}

  @Get('template.csv')
  @Allow('run', 'Feedback')
  async template(@CurrentMember() member: MemberPrincipal, @Res() reply: FastifyReply): Promise<void> {
    const { name, headings } = TEMPLATES[member.locale.startsWith('zh') ? 'zh-CN' : 'en'];
    await sendCsvFile(reply, name, [CSV_MARK + csvLine(headings)]);
  }

  @Get(':id/problems.csv')
  @Allow('run', 'Feedback')
  async download(
    @CurrentMember() member: MemberPrincipal,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendProblems(reply, {
      locale: member.locale,
      page: (after, limit) => this.imports.problemRows(member, id, after, limit),
      message: ({ code, params }) => problemText(code, params, member.locale),
    });
  }
}
