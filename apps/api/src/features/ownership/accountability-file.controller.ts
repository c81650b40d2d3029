import { Controller, Get, Query, Res } from '@nestjs/common';
import { type Responsibility, ValidationError } from '@touchstone/domain';
import type { FastifyReply } from 'fastify';
import { Allow } from '../../platform/authz/allow.decorator.js';
import { DateOnly } from '../../platform/graphql/scalars.js';
import type { Cell } from '../../platform/tables/index.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { sendCsv } from '../touchpoints/index.js';
import { AccountabilityReadModel } from './accountability.read-model.js';

const HEADERS = {
  en: [
    'Touchpoint',
    'Channel',
    'Accountable',
    'Responsible',
    'Consulted',
    'Informed',
    'Metrics',
    'Watched by',
    'Findings',
  ],
  'zh-CN': [
    '触点',
    '渠道',
    '责任团队（A）',
    '执行团队（R）',
    '咨询团队（C）',
    '知会团队（I）',
    '指标',
    '指标负责团队',
    '检查发现',
  ],
};

/** The accountability matrix of a day as a table for spreadsheets. */
@Controller('exports')
export class AccountabilityFileController {
  constructor(private readonly accountability: AccountabilityReadModel) {}

  @Get('accountability.csv')
  @Allow('export', 'Ownership')
  async download(
    @CurrentMember() member: MemberPrincipal,
    @Query('on') on: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const matrix = await this.accountability.all(member, on ? dayOf(on) : null);
    const lines: Cell[][] = matrix.rows.map((row) => {
      const teams = (responsibility: Responsibility) =>
        joined(row.owners.filter((owner) => owner.responsibility === responsibility).map(({ teamName }) => teamName));
      return [
        row.touchpointName,
        row.channel,
        teams('accountable'),
        teams('responsible'),
        teams('consulted'),
        teams('informed'),
        joined(row.metrics.map(({ name }) => name)),
        joined(row.metrics.map(({ ownerTeamName }) => ownerTeamName ?? '–')),
        joined(row.findings),
      ];
    });
    const header = HEADERS[member.locale.startsWith('zh') ? 'zh-CN' : 'en'];
    await sendCsv(reply, `accountability ${matrix.on}.csv`, [header, ...lines]);
  }
}

const joined = (names: readonly string[]): string | null => (names.length > 0 ? names.join('; ') : null);

function dayOf(text: string): string {
  try {
    return DateOnly.parseValue(text);
  } catch {
    throw ValidationError.of('on', 'bad_date', 'A date is written YYYY-MM-DD and must exist in the calendar.');
  }
}
