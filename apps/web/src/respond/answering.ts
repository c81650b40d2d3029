/** An open response: answers are written to the device first, to the server soon after, and submitted once. */
import { meetTab, unsent, write, type AnswerBook } from './answer-book.js';
import { answerInputs } from './answers.js';
import type { ApiCode, RespondentApi } from './api.js';
import type { Answer, Questionnaire } from './contract.js';
import type { Receipt } from './device-memory.js';
import { placeOrIntro, stepsOf, type Place, type Step } from './navigation.js';
import type { Ports } from './ports.js';
import { Retry } from './retry.js';
import { SaveQueue } from './save-queue.js';
import { refusedItems, submitOnce } from './submission.js';

export type Sending =
  | { readonly state: 'no' }
  | { readonly state: 'sending' }
  /** Nobody confirmed the submission; it is tried again until somebody does. */
  | { readonly state: 'waiting' }
  | { readonly state: 'invalid'; readonly itemIds: readonly string[] };

export interface OpenResponse {
  readonly api: RespondentApi;
  readonly token: string;
  readonly questionnaire: Questionnaire;
  readonly book: AnswerBook;
  readonly place: Place | undefined;
  /** Where the person left off on an earlier visit. */
  readonly leftAt: Place | undefined;
  readonly groupKey: string | undefined;
  /** The language that the page speaks at the moment, submitted with the answers. */
  readonly locale: () => string;
}

export interface Listener {
  readonly changed: () => void;
  readonly sent: (receipt: Receipt) => void;
  readonly refused: (code: ApiCode, kept: number) => void;
}

export class Answering {
  readonly steps: readonly Step[];
  readonly leftAt: Place | undefined;
  place: Place;
  /** The practice last looked at, to go back to from the overview. */
  before: Place | undefined;
  book: AnswerBook;
  sending: Sending = { state: 'no' };
  private ended = false;
  private readonly queue: SaveQueue;
  private readonly retry: Retry;

  constructor(
    private readonly ports: Ports,
    private readonly open: OpenResponse,
    private readonly listener: Listener,
  ) {
    this.book = open.book;
    this.steps = stepsOf(open.questionnaire);
    this.place = placeOrIntro(this.steps, open.place);
    this.leftAt = open.leftAt && placeOrIntro(this.steps, open.leftAt);
    this.retry = new Retry(ports.later, ports.random);
    this.queue = new SaveQueue({
      book: () => this.book,
      keep: (book) => {
        this.book = book;
        this.keep();
      },
      save: (answers, revision, leaving) => open.api.save(answers, revision, leaving),
      later: ports.later,
      random: ports.random,
      changed: () => this.listener.changed(),
      refused: (code) => this.refuse(code),
    });
    // The wave is open and holds no submission of ours, so whatever was tried before did not arrive.
    this.writeDown(false);
    if (this.unsentCount > 0) this.queue.touch();
  }

  get questionnaire(): Questionnaire {
    return this.open.questionnaire;
  }
  get unsentCount(): number {
    return unsent(this.book).length;
  }
  get online(): boolean {
    return this.ports.online();
  }
  get offline(): boolean {
    return !this.online || this.queue.state === 'waiting';
  }
  /** Something was said, and all of it has reached the server. */
  get saved(): boolean {
    return this.book.revision > 0 && this.unsentCount === 0;
  }
  /** False where the browser refuses to store: answers then live only as long as the page. */
  get durable(): boolean {
    return this.ports.memory.durable;
  }

  answer(itemId: string, answer: Answer): void {
    this.book = write(this.book, itemId, answer, this.open.api.now());
    if (this.sending.state === 'invalid') this.sending = { state: 'no' };
    this.keep();
    this.queue.touch();
  }

  go(place: Place, replace = false): void {
    if (this.locked) return;
    this.ports.pushPlace(place, replace);
    this.shown(place);
  }

  /** Also by the browser's own back and forward buttons. */
  shown(place: Place): void {
    if (this.locked) return;
    if (this.place.screen === 'practice') this.before = this.place;
    this.place = placeOrIntro(this.steps, place);
    this.keep();
  }

  async submit(): Promise<void> {
    if (this.ended || this.sending.state === 'sending') return;
    this.sending = { state: 'sending' };
    this.retry.disarm();
    this.listener.changed();
    await this.queue.stop();
    if (this.ended) return;
    const { memory } = this.ports;
    const { token, questionnaire, api, locale } = this.open;
    const inputs = answerInputs(questionnaire, this.book.answers);
    const outcome = await submitOnce({
      submit: () => api.submit(inputs, locale()),
      triedBefore: () => memory.response(token)?.submitting === true,
      noteTrying: () => this.writeDown(true),
      noteRefused: () => this.writeDown(false),
      receipt: () => memory.receipt(token),
      today: this.ports.today,
    });
    if (this.ended) return;
    switch (outcome.kind) {
      case 'sent':
        return this.finish(outcome.receipt);
      case 'elsewhere':
        return this.refuse('ALREADY_SUBMITTED');
      case 'refused':
        return this.refuse(outcome.code);
      case 'invalid':
        this.sending = { state: 'invalid', itemIds: refusedItems(outcome.fields, inputs) };
        this.queue.resume();
        break;
      case 'unknown':
        this.sending = { state: 'waiting' };
        this.retry.arm(() => void this.submit());
    }
    this.listener.changed();
  }

  /** The connection is back, or the person asked for another try. */
  tryNow(): void {
    if (this.sending.state === 'waiting') this.retry.now();
    else void this.queue.flush();
  }

  leaving(): void {
    void this.queue.flush(true);
  }

  /** Another tab of this browser has written to the device's memory. */
  heard(): void {
    const { memory } = this.ports;
    const receipt = memory.receipt(this.open.token);
    if (receipt !== null) return this.finish(receipt);
    const other = memory.response(this.open.token);
    if (other === null) return;
    this.book = meetTab(this.book, other);
    this.listener.changed();
  }

  /** While an attempt is under way its answers may already have arrived: they must not be edited behind it. */
  get locked(): boolean {
    return this.ended || this.sending.state === 'sending' || this.sending.state === 'waiting';
  }

  /** The device's copy first, whatever the network does; another tab's answers are never overwritten. */
  private keep(): void {
    if (this.ended) return;
    const { memory } = this.ports;
    const receipt = memory.receipt(this.open.token);
    if (receipt !== null) return this.finish(receipt);
    const before = memory.response(this.open.token);
    if (before !== null) this.book = meetTab(this.book, before);
    this.writeDown(before?.submitting === true);
    this.listener.changed();
  }

  private writeDown(submitting: boolean): void {
    const { groupKey, token } = this.open;
    this.ports.memory.keepResponse(token, {
      ...this.book,
      place: this.place,
      ...(submitting && { submitting: true as const }),
      ...(groupKey !== undefined && { groupKey }),
    });
  }

  private refuse(code: ApiCode): void {
    this.end();
    if (code === 'ALREADY_SUBMITTED') this.ports.memory.forgetResponse(this.open.token);
    this.listener.refused(code, code === 'ALREADY_SUBMITTED' ? 0 : this.unsentCount);
  }

  private finish(receipt: Receipt): void {
    this.end();
    this.ports.memory.finish(this.open.token, receipt);
    this.listener.sent(receipt);
  }

  private end(): void {
    this.ended = true;
    this.retry.disarm();
    void this.queue.stop();
  }
}
