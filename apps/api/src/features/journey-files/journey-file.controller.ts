import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import {
  aboutMapSheet,
  evidenceSheet,
  type FileLanguage,
  type JourneyDocument,
  mapSheet,
  NotFoundError,
  touchpointsSheet,
} from '@touchstone/domain';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import { Allow } from '../../platform/authz/allow.decorator.js';
import { attachmentHeader } from '../../platform/files/file-name.js';
import { type FileFormat, MEDIA_TYPES, SheetsFile, type SheetToWrite } from '../../platform/tables/index.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { JourneyDocumentReadModel } from './journey-document.read-model.js';

/** A map as a file: JSON that loses nothing, a workbook, or one of its two tables as CSV. */
@Controller('exports/journeys')
export class JourneyFileController {
  constructor(private readonly documents: JourneyDocumentReadModel) {}

  @Get(':id/map.json')
  @Allow('export', 'Journey')
  async json(
    @CurrentMember() member: MemberPrincipal,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const document = await this.documents.document(member, id);
    const text = `${JSON.stringify(document, null, 2)}\n`;
    await send(reply, 'application/json; charset=utf-8', `${document.journey.name}.json`, Readable.from([text]));
  }

  @Get(':id/map.xlsx')
  @Allow('export', 'Journey')
  async workbook(
    @CurrentMember() member: MemberPrincipal,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const document = await this.documents.document(member, id);
    const language = languageOf(member);
    const sheets = [mapSheet, touchpointsSheet, evidenceSheet, aboutMapSheet].map((sheet) => sheet(document, language));
    await sendSheets(reply, document, sheets, 'xlsx');
  }

  @Get(':id/map.csv')
  @Allow('export', 'Journey')
  async table(
    @CurrentMember() member: MemberPrincipal,
    @Param('id') id: string,
    @Query('rows') rows: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (rows !== undefined && rows !== 'touchpoints') throw new NotFoundError('File');
    const document = await this.documents.document(member, id);
    await sendSheets(reply, document, [(rows ? touchpointsSheet : mapSheet)(document, languageOf(member))], 'csv');
  }
}

const languageOf = ({ locale }: MemberPrincipal): FileLanguage => (locale.startsWith('zh') ? 'zh-CN' : 'en');

function sendSheets(
  reply: FastifyReply,
  { journey }: JourneyDocument,
  sheets: SheetToWrite[],
  format: FileFormat,
): Promise<void> {
  const file = new SheetsFile(sheets, format);
  return send(reply, MEDIA_TYPES[format], `${journey.name}.${format}`, Readable.from(file.content()));
}

async function send(reply: FastifyReply, type: string, name: string, content: Readable): Promise<void> {
  await reply
    .header('content-type', type)
    .header('content-disposition', attachmentHeader(name))
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .send(content);
}
