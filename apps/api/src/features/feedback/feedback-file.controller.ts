import { Controller, Get, Query, Res } from '@nestjs/common';
import { ValidationError } from '@touchstone/domain';
import type { FastifyReply } from 'fastify';
import { Allow } from '../../platform/authz/allow.decorator.js';
import { attachmentHeader } from '../../platform/files/file-name.js';
import { CSV_MARK, csvLine } from '../../platform/tables/index.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { Readable } from 'node:stream';
import { FeedbackSourceEnum, FeedbackStateEnum } from './feedback.enums.js';
import { type After, type FeedbackFilter, FeedbackReadModel } from './feedback.read-model.js';
import type { FeedbackType } from './feedback.type.js';

const HEADERS = {
  en: [
    ...['id', 'date', 'source', 'text', 'language', 'rating', 'touchpoint', 'persona', 'metric', 'state', 'pain point'],
    ...['dismissed because', 'triaged by', 'triaged at', 'imported from'],
  ],
  'zh-CN': [
    ...['编号', '日期', '来源', '反馈内容', '语言', '评分', '触点', '角色', '指标', '状态', '痛点', '不处理的原因'],
    ...['处理人', '处理时间', '导入文件'],
  ],
};
const PAGE = 1000;

type Asked = Readonly<Record<string, unknown>>;

/** What the inbox lists, as a table for spreadsheets: the same filters, all pages. It can be imported again. */
@Controller('exports')
export class FeedbackFileController {
  constructor(private readonly feedback: FeedbackReadModel) {}

  @Get('feedback.csv')
  @Allow('export', 'Feedback')
  async download(
    @CurrentMember() member: MemberPrincipal,
    @Query() asked: Asked,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const filter = filterOf(asked);
    const read = (after: After) => this.feedback.rows(member, filter, after, PAGE);
    // The first page is read before the answer begins: what is refused is refused with a status.
    const first = await read(null);
    await reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', attachmentHeader('feedback.csv'))
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, no-store')
      .send(Readable.from(linesOf(member.locale, first, read)));
  }
}

async function* linesOf(
  locale: string,
  first: FeedbackType[],
  read: (after: After) => Promise<FeedbackType[]>,
): AsyncGenerator<string> {
  yield CSV_MARK + csvLine(HEADERS[locale.startsWith('zh') ? 'zh-CN' : 'en']);
  for (let rows = first; rows.length > 0;) {
    yield rows.map(lineOf).join('');
    const last = rows.at(-1)!;
    rows = rows.length < PAGE ? [] : await read([String(last.saidAt), last.id]);
  }
}

const lineOf = (one: FeedbackType): string =>
  csvLine([
    one.id,
    String(one.saidAt),
    one.source,
    one.text,
    one.language,
    one.rating,
    one.touchpointName,
    one.personaName,
    one.metricName,
    one.state,
    one.painPointNumber === null ? null : `P-${one.painPointNumber} ${one.painPointTitle}`,
    one.dismissedReason,
    one.triagedByName,
    one.triagedAt && String(one.triagedAt),
    one.importName,
  ]);

function filterOf(asked: Asked): FeedbackFilter {
  const text = (name: string): string | null => {
    const given = asked[name] ?? '';
    // Said twice, nobody knows which was meant; passed over, more would leave than was asked for.
    if (typeof given !== 'string') throw ValidationError.of(name, 'repeated', 'Give this once.');
    return given || null;
  };
  const rating = text('ratingAtMost');
  if (rating !== null && !Number.isFinite(Number(rating)))
    throw ValidationError.of('ratingAtMost', 'not_a_number', 'Use a number.');
  return {
    search: text('search'),
    state: wordOf('state', FeedbackStateEnum, text('state')),
    source: wordOf('source', FeedbackSourceEnum, text('source')),
    language: text('language'),
    touchpointId: text('touchpointId'),
    painPointId: text('painPointId'),
    mergedIntoId: text('mergedIntoId'),
    ratingAtMost: rating === null ? null : Number(rating),
    importId: text('importId'),
  };
}

function wordOf(path: string, words: Readonly<Record<string, string>>, given: string | null): string | null {
  if (given === null) return null;
  const word = given.toLowerCase();
  if (Object.values(words).includes(word)) return word;
  throw ValidationError.of(path, 'unknown', `Use one of: ${Object.values(words).join(', ')}.`);
}
