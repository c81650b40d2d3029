import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { NotFoundError } from '@touchstone/domain';
import type { FastifyReply } from 'fastify';
import { Allow } from '../../platform/authz/allow.decorator.js';
import { attachmentHeader } from '../../platform/files/file-name.js';
import { DateOnly } from '../../platform/graphql/scalars.js';
import { FILE_FORMATS, MEDIA_TYPES, SheetsFile } from '../../platform/tables/index.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { wordsFor } from './portfolio-file-texts.js';
import { portfolioSheets } from './portfolio-sheets.js';
import { type PortfolioFilter, PortfolioReadModel } from './portfolio.read-model.js';

/** A file leaves nothing out. */
const ALL = 1_000_000;

/** The portfolio as it is filtered, to be taken along: tables in CSV one below the other, in a workbook on sheets. */
@Controller('exports')
export class PortfolioFileController {
  constructor(private readonly read: PortfolioReadModel) {}

  @Get('portfolio.:format')
  @Allow('export', 'Initiative')
  async download(
    @CurrentMember() member: MemberPrincipal,
    @Param('format') asked: string,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const format = FILE_FORMATS.find((each) => each === asked);
    if (!format) throw new NotFoundError('StoredFile');
    const filter = filterOf(query);
    const [portfolio, rows] = await Promise.all([
      this.read.portfolio(member, filter, ALL),
      this.read.rows(member, filter),
    ]);
    const say = wordsFor(member.locale);
    const pieces: Uint8Array[] = [];
    for await (const piece of new SheetsFile(portfolioSheets(portfolio, rows, say), format).content())
      pieces.push(piece);
    await reply
      .header('content-type', MEDIA_TYPES[format])
      .header('content-disposition', attachmentHeader(`${say('file')}-${portfolio.today}.${format}`))
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, no-store')
      .send(Buffer.concat(pieces));
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** A day that is none is passed over, as an address of the page passes over it. */
function dayOf(value: unknown): string | null {
  try {
    return textOf(value) && DateOnly.parseValue(value);
  } catch {
    return null;
  }
}

const filterOf = (query: Record<string, unknown>): PortfolioFilter => ({
  teamId: textOf(query['team']),
  sponsorId: textOf(query['sponsor']),
  goalId: textOf(query['goal']),
  launchedFrom: dayOf(query['from']),
  launchedTo: dayOf(query['to']),
});
