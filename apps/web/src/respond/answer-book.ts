import { plain, plainAnswers, unsentItems, type StampedAnswers } from './answers.js';
import type { Answer, Answers, Draft } from './contract.js';
import { mergeDrafts, mergeTabs } from './merge.js';

/** All that this device knows of one response: what was said here, and what the server is known to hold. */
export interface AnswerBook {
  readonly answers: StampedAnswers;
  readonly known: Answers;
  readonly revision: number;
}

export const EMPTY_BOOK: AnswerBook = { answers: {}, known: {}, revision: 0 };

export function write(book: AnswerBook, itemId: string, answer: Answer, now: number): AnswerBook {
  // A clock set back must not make a later word look earlier.
  const at = Math.max(now, (book.answers[itemId]?.at ?? 0) + 1);
  return { ...book, answers: { ...book.answers, [itemId]: { ...answer, at } } };
}

export function unsent(book: AnswerBook): string[] {
  return unsentItems(book.answers, book.known);
}

export function afterSave(book: AnswerBook, sent: Answers, revision: number): AnswerBook {
  return revision > book.revision ? { ...book, known: sent, revision } : book;
}

/** The server's draft is not the one this device last saw: both sides' answers are brought together. */
export function meetServer(book: AnswerBook, draft: Draft | null): AnswerBook {
  if (draft === null) return { ...book, known: {}, revision: 0 };
  const server = plainAnswers(draft.answers);
  if (draft.revision === book.revision) return { ...book, known: server };
  return {
    answers: mergeDrafts(book.known, book.answers, server, Date.parse(draft.savedAt)),
    known: server,
    revision: draft.revision,
  };
}

export function meetTab(book: AnswerBook, other: AnswerBook): AnswerBook {
  const newer = other.revision > book.revision ? other : book;
  return { answers: mergeTabs(book.answers, other.answers), known: newer.known, revision: newer.revision };
}

/** What is sent to the server: every item ever touched, so that an answer taken back is taken back there too. */
export function draftOf(book: AnswerBook): Answers {
  return Object.fromEntries(Object.entries(book.answers).map(([itemId, answer]) => [itemId, plain(answer)]));
}
