import { Controller, Get, Query, Res } from '@nestjs/common';
import { ValidationError } from '@touchstone/domain';
import type { FastifyReply } from 'fastify';
import { Allow } from '../../platform/authz/allow.decorator.js';
import type { Cell } from '../../platform/tables/index.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { sendCsv } from '../touchpoints/index.js';
import { BrokenThreadKindEnum } from './broken-thread.type.js';
import { type BrokenRow, BrokenThreadsReadModel } from './broken-threads.read-model.js';

const HEADERS = {
  en: ['Broken thread', 'Object', 'Number', 'Name', 'State', 'Team or assessment', 'Since', 'Id'],
  'zh-CN': ['断点', '对象', '编号', '名称', '状态', '团队或测评', '起始日期', 'ID'],
};
const LETTERS: Readonly<Record<string, string>> = { pain_point: 'P', initiative: 'I' };

/** Broken threads as a table for spreadsheets. */
@Controller('exports')
export class BrokenThreadsFileController {
  constructor(private readonly broken: BrokenThreadsReadModel) {}

  @Get('broken-threads.csv')
  @Allow('export', 'Initiative')
  async download(
    @CurrentMember() member: MemberPrincipal,
    @Query('kind') kind: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const language = member.locale.startsWith('zh') ? 'zh-CN' : 'en';
    const rows = await this.broken.all(member, kind ? kindOf(String(kind)) : null);
    const lines = rows.map((row): Cell[] => [
      row.kind,
      row.objectKind,
      row.number === null ? null : `${LETTERS[row.objectKind]}-${row.number}`,
      nameIn(row, language),
      row.state?.toLowerCase() ?? null,
      row.partOf,
      row.since,
      row.id,
    ]);
    await sendCsv(reply, 'broken threads.csv', [HEADERS[language], ...lines]);
  }
}

const nameIn = ({ name, localizedName }: BrokenRow, language: string): string | null =>
  name ?? localizedName?.[language] ?? localizedName?.['en'] ?? null;

function kindOf(word: string): BrokenThreadKindEnum {
  const kind = Object.values(BrokenThreadKindEnum).find((each) => each === word.toLowerCase());
  if (!kind) throw ValidationError.of('kind', 'unknown', 'There is no such kind of broken thread.');
  return kind;
}
