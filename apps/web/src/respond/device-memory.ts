/**
 * What this device remembers: answers until they are sent, a group link's own response, and afterwards only that
 * something was sent. A browser that forbids storage (private mode, full disk) still works; it only cannot resume.
 */
import type { AnswerBook } from './answer-book.js';
import { keyOf } from './link.js';
import type { Place } from './navigation.js';

export interface ResponseRecord extends AnswerBook {
  readonly place?: Place;
  /** Set before the answers are submitted: an "already submitted" that follows is then our own success. */
  readonly submitting?: true;
  /** Key of the group link through which this response was begun. */
  readonly groupKey?: string;
}

export interface Receipt {
  readonly submittedOn: string;
  readonly answered: number | null;
  readonly total: number | null;
}

/** What a group link leads to on this device: a response under way, or one that was sent. */
export type GroupRecord = { readonly token: string; readonly begunAt: number } | { readonly submittedOn: string };

export type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

const PREFIX = 'touchstone.respond';
const VERSION = 1;
const LOCALE_KEY = 'touchstone.locale';

export const responseKey = (token: string): string => `${PREFIX}.answers.${keyOf(token)}`;
export const receiptKey = (token: string): string => `${PREFIX}.sent.${keyOf(token)}`;
const groupKeyName = (groupKey: string): string => `${PREFIX}.group.${groupKey}`;

export class DeviceMemory {
  private readonly fallback = new Map<string, string>();
  /** False once the browser refused to store: the page then says that answers live only as long as it is open. */
  durable = true;

  constructor(private readonly storage: Storage | null) {
    if (storage === null) this.durable = false;
  }

  response(token: string): ResponseRecord | null {
    return this.read<ResponseRecord>(responseKey(token));
  }

  keepResponse(token: string, record: ResponseRecord): void {
    this.write(responseKey(token), record);
  }

  forgetResponse(token: string): void {
    this.remove(responseKey(token));
  }

  receipt(token: string): Receipt | null {
    return this.read<Receipt>(receiptKey(token));
  }

  /** Answers and token leave the device; that something was sent, and when, stays. */
  finish(token: string, receipt: Receipt): void {
    const groupKey = this.response(token)?.groupKey;
    this.write(receiptKey(token), receipt);
    if (groupKey !== undefined) this.write(groupKeyName(groupKey), { submittedOn: receipt.submittedOn });
    this.forgetResponse(token);
  }

  group(groupToken: string): GroupRecord | null {
    return this.read<GroupRecord>(groupKeyName(keyOf(groupToken)));
  }

  keepGroup(groupToken: string, record: GroupRecord): void {
    this.write(groupKeyName(keyOf(groupToken)), record);
  }

  forgetGroup(groupToken: string): void {
    this.remove(groupKeyName(keyOf(groupToken)));
  }

  /** The language last chosen in this browser, here or in the application: one choice for both. */
  locale(): string | undefined {
    try {
      return this.storage?.getItem(LOCALE_KEY) ?? undefined;
    } catch {
      return undefined;
    }
  }

  keepLocale(locale: string): void {
    try {
      this.storage?.setItem(LOCALE_KEY, locale);
    } catch {
      this.durable = false;
    }
  }

  private read<T>(key: string): T | null {
    try {
      const text = this.fallback.get(key) ?? this.storage?.getItem(key) ?? null;
      const stored = text === null ? null : (JSON.parse(text) as { version?: number } & T);
      return stored?.version === VERSION ? stored : null;
    } catch {
      return null;
    }
  }

  private write(key: string, value: object): void {
    const text = JSON.stringify({ ...value, version: VERSION });
    try {
      if (this.storage === null) throw new Error('no storage');
      this.storage.setItem(key, text);
      this.fallback.delete(key);
      this.durable = true;
    } catch {
      this.durable = false;
      this.fallback.set(key, text);
    }
  }

  private remove(key: string): void {
    this.fallback.delete(key);
    try {
      this.storage?.removeItem(key);
    } catch {
      this.durable = false;
    }
  }
}
