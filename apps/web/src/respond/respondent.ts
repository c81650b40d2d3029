/**
 * One person with one link: opens it, begins or resumes a response, hands over to `Answering`, and says what there is
 * to show. Knows neither screen nor browser, so that every turn of events can be played through in a test.
 */
import { unsent, type AnswerBook } from './answer-book.js';
import { Answering } from './answering.js';
import { ApiError, isTransient, RespondentApi, type ApiCode } from './api.js';
import type { RespondentSession } from './contract.js';
import { receiptKey, responseKey, type GroupRecord, type Receipt, type ResponseRecord } from './device-memory.js';
import { keyOf } from './link.js';
import { initialLocale, regionOf } from './locale.js';
import { practicePlace, stepsOf, type Place } from './navigation.js';
import { keptAnswers, openingOf, problemOf, type Problem } from './opening.js';
import type { Ports } from './ports.js';
import { Retry } from './retry.js';
import { SaveQueue } from './save-queue.js';

export type Phase =
  | { readonly name: 'loading'; readonly trouble: ApiCode | null }
  | { readonly name: 'problem'; readonly problem: Problem; readonly kept: number }
  | { readonly name: 'returning'; readonly group: GroupRecord; readonly busy: boolean }
  | { readonly name: 'begin'; readonly busy: boolean; readonly trouble: ApiCode | null }
  | { readonly name: 'answering'; readonly answering: Answering }
  | { readonly name: 'sent'; readonly receipt: Receipt };

export class Respondent {
  phase: Phase = { name: 'loading', trouble: null };
  session: RespondentSession | null = null;
  locale: string;
  private api: RespondentApi;
  private groupToken: string | null = null;
  private justBegun = false;
  private readonly retry: Retry;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly ports: Ports,
    private token: string | null,
  ) {
    this.locale = initialLocale(ports.memory.locale(), ports.languages(), []);
    this.api = new RespondentApi(token ?? '', ports.fetch);
    this.retry = new Retry(ports.later, ports.random);
  }

  get region(): string {
    return regionOf(this.locale, this.ports.languages());
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async open(): Promise<void> {
    const { token } = this;
    const { memory } = this.ports;
    if (token === null) return this.become({ name: 'problem', problem: 'no-link', kept: 0 });
    try {
      this.session = await this.api.session();
    } catch (reason) {
      return this.couldNotOpen(codeOf(reason), token);
    }
    this.retry.reset();
    this.locale = initialLocale(memory.locale(), this.ports.languages(), this.session.locales);
    const response = memory.response(token);
    const opening = openingOf(
      this.session,
      { response, receipt: memory.receipt(token), group: memory.group(token) },
      this.ports.today(),
    );
    switch (opening.kind) {
      case 'problem':
        if (opening.problem === 'submitted-elsewhere') memory.forgetResponse(token);
        return this.become({ name: 'problem', problem: opening.problem, kept: keptAnswers(memory.response(token)) });
      case 'sent':
        return this.finished(opening.receipt);
      case 'returning':
        this.groupToken = token;
        return this.become({ name: 'returning', group: opening.group, busy: false });
      case 'begin':
        this.groupToken = token;
        return this.become({ name: 'begin', busy: false, trouble: null });
      case 'answer':
        return this.startAnswering(token, opening.book, response);
    }
  }

  /** A group link gives everyone the same token; beginning exchanges it for one's own. */
  async begin(): Promise<void> {
    const { phase, groupToken } = this;
    if (phase.name !== 'begin' || phase.busy || groupToken === null) return;
    const begunInAnotherTab = this.ports.memory.group(groupToken);
    if (begunInAnotherTab !== null) {
      return this.become({ name: 'returning', group: begunInAnotherTab, busy: false });
    }
    this.become({ name: 'begin', busy: true, trouble: null });
    try {
      const own = await this.api.begin();
      this.ports.memory.keepGroup(groupToken, { token: own, begunAt: Date.now() });
      this.justBegun = true;
      await this.follow(own);
    } catch (reason) {
      const code = codeOf(reason);
      if (isTransient(code)) return this.become({ name: 'begin', busy: false, trouble: code });
      this.become({ name: 'problem', problem: problemOf(code), kept: 0 });
    }
  }

  async continueHere(): Promise<void> {
    if (this.phase.name !== 'returning' || !('token' in this.phase.group)) return;
    await this.follow(this.phase.group.token);
  }

  /** Someone else answers on this device: what was begun leaves it, but not before the server has all of it. */
  async startFresh(): Promise<void> {
    const { phase, groupToken } = this;
    if (phase.name !== 'returning' || phase.busy || groupToken === null) return;
    this.become({ ...phase, busy: true });
    if ('token' in phase.group) {
      const { token } = phase.group;
      const left = this.ports.memory.response(token);
      if (left === null || (await this.sendLast(token, left))) this.ports.memory.forgetResponse(token);
    }
    this.ports.memory.forgetGroup(groupToken);
    this.become({ name: 'begin', busy: false, trouble: null });
  }

  speak(locale: string): void {
    this.locale = locale;
    this.ports.memory.keepLocale(locale);
    this.changed();
  }

  /** The connection is back, or the person asked for another try. */
  tryNow(): void {
    if (this.phase.name === 'answering') this.phase.answering.tryNow();
    else this.retry.now();
    this.changed();
  }

  leaving(): void {
    if (this.phase.name === 'answering') this.phase.answering.leaving();
  }

  shown(place: Place): void {
    if (this.phase.name === 'answering') this.phase.answering.shown(place);
  }

  /** Another tab of this browser has written to the device's memory. */
  heard(key: string | null): void {
    const { phase, token } = this;
    if (phase.name === 'answering' && token !== null && (key === responseKey(token) || key === receiptKey(token))) {
      phase.answering.heard();
    }
  }

  /** At the person's wish, once a closed link has made the kept answers useless. */
  forgetKept(): void {
    if (this.token === null || this.phase.name !== 'problem') return;
    this.ports.memory.forgetResponse(this.token);
    this.become({ ...this.phase, kept: 0 });
  }

  changed(): void {
    for (const listener of this.listeners) listener();
  }

  private async follow(token: string): Promise<void> {
    this.ports.showLink(token);
    this.token = token;
    this.api = new RespondentApi(token, this.ports.fetch);
    this.become({ name: 'loading', trouble: null });
    await this.open();
  }

  private startAnswering(token: string, book: AnswerBook, before: ResponseRecord | null): void {
    const questionnaire = this.session?.questionnaire;
    if (!questionnaire) return this.couldNotOpen('INTERNAL', token);
    const first = practicePlace(stepsOf(questionnaire)[0]);
    const answering = new Answering(
      this.ports,
      {
        api: this.api,
        token,
        questionnaire,
        book,
        place: this.justBegun ? first : this.ports.placeInHistory(),
        leftAt: before?.place,
        groupKey: this.groupToken === null ? before?.groupKey : keyOf(this.groupToken),
        locale: () => this.locale,
      },
      {
        changed: () => this.changed(),
        sent: (receipt) => this.become({ name: 'sent', receipt }),
        refused: (code, kept) => this.become({ name: 'problem', problem: problemOf(code), kept }),
      },
    );
    if (this.justBegun) this.ports.pushPlace(first, true);
    this.justBegun = false;
    this.become({ name: 'answering', answering });
  }

  private async sendLast(token: string, left: AnswerBook): Promise<boolean> {
    let book = left;
    const api = new RespondentApi(token, this.ports.fetch);
    const queue = new SaveQueue({
      book: () => book,
      keep: (next) => (book = next),
      save: (answers, revision) => api.save(answers, revision),
      later: () => () => undefined,
      random: this.ports.random,
      changed: () => undefined,
      refused: () => undefined,
    });
    await queue.flush();
    // The first attempt may have met a newer draft; the second sends what came of it.
    await queue.flush();
    return unsent(book).length === 0;
  }

  private couldNotOpen(code: ApiCode, token: string): void {
    const receipt = this.ports.memory.receipt(token);
    if (receipt !== null) return this.finished(receipt);
    if (!isTransient(code)) {
      const kept = keptAnswers(this.ports.memory.response(token));
      return this.become({ name: 'problem', problem: problemOf(code), kept });
    }
    this.become({ name: 'loading', trouble: code });
    this.retry.arm(() => void this.open());
  }

  private finished(receipt: Receipt): void {
    if (this.token !== null) this.ports.memory.finish(this.token, receipt);
    this.become({ name: 'sent', receipt });
  }

  private become(phase: Phase): void {
    this.phase = phase;
    this.changed();
  }
}

function codeOf(reason: unknown): ApiCode {
  return reason instanceof ApiError ? reason.code : 'INTERNAL';
}
