import { createHmac } from 'node:crypto';
import { bucketStart, dayOf, isLowRating } from '@touchstone/domain';
import type { RowBatch } from '../../platform/tables/index.js';
import type { FeedbackSourceEnum, StagedFeedback } from '../feedback/index.js';
import { plainName, readNumber, saysNothing, versionOn } from '../observations/index.js';
import type { KnownTouchpoint } from './feedback-context.js';
import { AHEAD_MS, type FeedbackTarget } from './feedback-mapping.js';
import type { FeedbackPlan } from './feedback-plan.js';
import { type FeedbackProblem, feedbackProblem, type FeedbackProblemCode, type ProblemAt } from './feedback-problem.js';
import { languageCalled } from './read-language.js';
import { sourceCalled } from './read-source.js';

export interface ReaderOptions {
  readonly plan: FeedbackPlan;
  /** References are hashed with it: what identifies a row may say who somebody is, and is not kept. */
  readonly secret: Buffer;
  readonly now: number;
  readonly onProblem: (problem: FeedbackProblem) => void;
  readonly onFeedback: (feedback: StagedFeedback) => void;
}

/** Under which the identities of an organisation's feedback are hashed: without it nobody can try out references on them. */
export const identitySecret = (secretKey: string, organizationId: string): Buffer =>
  createHmac('sha256', secretKey)
    .update(JSON.stringify(['feedback', organizationId]))
    .digest();

export const LONGEST_TEXT = 8000;
const LONGEST_REFERENCE = 200;
const LARGEST_RATING = 1e9;

class Refusal extends Error {
  constructor(
    readonly code: FeedbackProblemCode,
    readonly at: ProblemAt = {},
  ) {
    super(code);
  }
}

/** Reads rows into feedback. A row with a problem is left out; each of its problems is named. */
export class FeedbackReader {
  rowsRead = 0;
  rowsBad = 0;
  problems = 0;
  items = 0;
  /** Rows in which nobody said anything. */
  withoutText = 0;
  /** Comments of ratings that are not low, or of none, where only low ones were asked for. */
  notLow = 0;
  firstAt = Infinity;
  lastAt = -Infinity;

  constructor(private readonly options: ReaderOptions) {}

  read({ first, rows }: RowBatch): void {
    for (const [index, row] of rows.entries()) {
      if (row.every((cell) => cell.trim() === '')) continue;
      this.rowsRead += 1;
      this.row(first + index, row);
    }
  }

  private row(row: number, cells: readonly string[]): void {
    const { cell: text } = this.cellOf('text', cells);
    // Spreadsheet programs change how lines end; the same text stays the same.
    const said = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
    if (said === '' || saysNothing(said)) {
      this.withoutText += 1;
      return;
    }
    const before = this.problems;
    this.attempt(row, () => this.length(said));
    const language = this.attempt(row, () => this.language(cells));
    const at = this.attempt(row, () => this.time(cells));
    const source = this.attempt(row, () => this.source(cells));
    const rating = this.attempt(row, () => this.rating(cells));
    const low = at === undefined || rating === undefined ? true : this.attempt(row, () => this.low(cells, rating, at));
    const touchpointId = this.attempt(row, () => this.touchpoint(cells));
    const personaId = this.attempt(row, () => this.persona(cells));
    const reference = this.attempt(row, () => this.reference(cells));
    if (this.problems > before || at === undefined || source === undefined) {
      this.rowsBad += 1;
      return;
    }
    if (!low) {
      this.notLow += 1;
      return;
    }
    this.items += 1;
    this.firstAt = Math.min(this.firstAt, at);
    this.lastAt = Math.max(this.lastAt, at);
    const key = reference
      ? this.hashed('reference', source, reference)
      : this.hashed('text', source, dayOf(at, this.options.plan.timeZone), said);
    const metricId = this.options.plan.metric?.id;
    const told = { row, key, source, text: said, language, rating, touchpointId, personaId, metricId };
    this.options.onFeedback({ ...told, at: metricId === undefined ? at : this.dayStart(at) });
  }

  /** The hour at which somebody rated, beside the rating itself, could say who it was. */
  private dayStart(at: number): number {
    return bucketStart(at, 'day', { timeZone: this.options.plan.timeZone, weekStart: 1 });
  }

  private attempt<T>(row: number, work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.problems += 1;
      this.options.onProblem(feedbackProblem(row, error.code, error.at));
      return undefined;
    }
  }

  private cellOf(target: FeedbackTarget, cells: readonly string[]): { cell: string; header: string | null } {
    const { columns, headers } = this.options.plan;
    const column = columns[target];
    return column === undefined
      ? { cell: '', header: null }
      : { cell: (cells[column] ?? '').trim(), header: headers[column] ?? null };
  }

  private length(said: string): void {
    if (said.length <= LONGEST_TEXT) return;
    const column = this.options.plan.headers[this.options.plan.columns.text!];
    throw new Refusal('TEXT_TOO_LONG', { column, params: { most: LONGEST_TEXT } });
  }

  private language(cells: readonly string[]): string | null {
    const { cell, header } = this.cellOf('language', cells);
    if (cell === '' || saysNothing(cell)) return null;
    const language = languageCalled(cell);
    if (!language) throw new Refusal('LANGUAGE_UNKNOWN', { column: header, value: cell });
    return language;
  }

  private time(cells: readonly string[]): number {
    const { plan, now } = this.options;
    const { cell, header } = this.cellOf('time', cells);
    if (cell === '') {
      if (plan.fixedAt === null) throw new Refusal('TIME_MISSING', { column: header });
      return plan.fixedAt;
    }
    const at = plan.times.read(cell);
    if (typeof at === 'string') throw new Refusal(at, { column: header, value: cell });
    if (at < 0) throw new Refusal('TIME_TOO_EARLY', { column: header, value: cell });
    if (at > now + AHEAD_MS) throw new Refusal('TIME_IN_FUTURE', { column: header, value: cell });
    return at;
  }

  private source(cells: readonly string[]): FeedbackSourceEnum {
    const { fixedSource, sources } = this.options.plan;
    const { cell, header } = this.cellOf('source', cells);
    if (cell === '') {
      if (!fixedSource) throw new Refusal('SOURCE_MISSING', { column: header });
      return fixedSource;
    }
    const source = sources.get(plainName(cell)) ?? sourceCalled(cell);
    if (!source) throw new Refusal('SOURCE_UNKNOWN', { column: header, value: cell });
    return source;
  }

  private rating(cells: readonly string[]): number | null {
    const { cell, header } = this.cellOf('rating', cells);
    if (cell === '' || saysNothing(cell)) return null;
    const rating = readNumber(cell, this.options.plan.decimal);
    if (rating === null || Math.abs(rating) > LARGEST_RATING)
      throw new Refusal('RATING_UNREADABLE', { column: header, value: cell });
    return rating;
  }

  /** Where only low ratings were asked for: whether this is one, by what the metric meant on the day. */
  private low(cells: readonly string[], rating: number | null, at: number): boolean {
    const { metric, timeZone } = this.options.plan;
    if (!metric) return true;
    if (rating === null) return false;
    const version = versionOn(metric.versions, dayOf(at, timeZone));
    const low = isLowRating(version, rating);
    if (low !== null) return low;
    const { cell, header } = this.cellOf('rating', cells);
    const params = { minimum: version.scaleMinimum ?? '', maximum: version.scaleMaximum ?? '' };
    throw new Refusal('RATING_OUT_OF_SCALE', { column: header, value: cell, params });
  }

  private touchpoint(cells: readonly string[]): string | null {
    const { plan } = this.options;
    const { cell, header } = this.cellOf('touchpoint', cells);
    const named = cell !== '' && !saysNothing(cell);
    const touchpoint = named
      ? plan.touchpoints.get(plainName(cell))
      : (plan.fixedTouchpoint ?? plan.touchpointOfMetric);
    if (named && !touchpoint) throw new Refusal('TOUCHPOINT_UNKNOWN', { column: header, value: cell });
    if (!touchpoint) {
      if (!plan.anywhere) throw new Refusal('TOUCHPOINT_NEEDED', { column: header });
      return null;
    }
    if (!touchpoint.allowed) throw foreign(touchpoint, header, cell);
    return touchpoint.id;
  }

  private persona(cells: readonly string[]): string | null {
    const { cell, header } = this.cellOf('persona', cells);
    if (cell === '' || saysNothing(cell)) return null;
    const persona = this.options.plan.personas.get(plainName(cell));
    if (!persona) throw new Refusal('PERSONA_UNKNOWN', { column: header, value: cell });
    return persona;
  }

  private reference(cells: readonly string[]): string | null {
    const { cell, header } = this.cellOf('reference', cells);
    const reference = cell.normalize('NFKC').trim();
    if (reference.length > LONGEST_REFERENCE)
      throw new Refusal('REFERENCE_TOO_LONG', { column: header, params: { most: LONGEST_REFERENCE } });
    return reference === '' ? null : reference;
  }

  private hashed(...parts: readonly string[]): string {
    return createHmac('sha256', this.options.secret).update(JSON.stringify(parts)).digest('hex').slice(0, 32);
  }
}

const foreign = ({ name, team }: KnownTouchpoint, column: string | null, value: string): Refusal =>
  new Refusal(team ? 'TOUCHPOINT_OF_TEAM' : 'TOUCHPOINT_OF_NOBODY', {
    column,
    value,
    params: { touchpoint: name, team: team ?? '' },
  });
