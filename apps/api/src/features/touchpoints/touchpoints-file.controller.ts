import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow } from '../../platform/authz/allow.decorator.js';
import { attachmentHeader } from '../../platform/files/file-name.js';
import { type Cell, CSV_MARK, csvLine } from '../../platform/tables/index.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { TouchpointsReadModel } from './touchpoints.read-model.js';

const HEADERS = {
  en: [
    'Touchpoint',
    'Description',
    'Exists',
    'Channel',
    'Service level',
    'Don’ts broken',
    'Don’ts not looked at',
    'Accountable today',
    'Journeys',
    'Metrics',
    'Archived',
  ],
  'zh-CN': [
    '触点',
    '说明',
    '存在状态',
    '渠道',
    '服务层级',
    '未做到的“四不”',
    '未检查的“四不”',
    '当前责任团队',
    '所在旅程数',
    '指标数',
    '归档时间',
  ],
};

const WHOLE = { search: null, channel: null, existence: null, teamId: null, unowned: false, includeArchived: true };

/** The library as a table for spreadsheets. */
@Controller('exports')
export class TouchpointsFileController {
  constructor(private readonly touchpoints: TouchpointsReadModel) {}

  @Get('touchpoints.csv')
  @Allow('export', 'Touchpoint')
  async download(@CurrentMember() member: MemberPrincipal, @Res() reply: FastifyReply): Promise<void> {
    const rows = await this.touchpoints.all(member, WHOLE);
    const lines: Cell[][] = rows.map((row) => [
      row.name,
      row.description,
      row.existence,
      row.channel,
      row.serviceLevel,
      row.brokenDonts,
      row.uncheckedDonts,
      row.accountableTeamName,
      row.journeyCount,
      row.metricCount,
      row.archivedAt && String(row.archivedAt),
    ]);
    const header = HEADERS[member.locale.startsWith('zh') ? 'zh-CN' : 'en'];
    await sendCsv(reply, 'touchpoints.csv', [header, ...lines]);
  }
}

export async function sendCsv(reply: FastifyReply, name: string, lines: readonly (readonly Cell[])[]): Promise<void> {
  await reply
    .header('content-type', 'text/csv; charset=utf-8')
    .header('content-disposition', attachmentHeader(name))
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .send(CSV_MARK + lines.map(csvLine).join(''));
}
