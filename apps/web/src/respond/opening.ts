import { EMPTY_BOOK, meetServer, unsent, type AnswerBook } from './answer-book.js';
import type { ApiCode } from './api.js';
import type { RespondentSession } from './contract.js';
import type { GroupRecord, Receipt, ResponseRecord } from './device-memory.js';

/** Why there is nothing to answer here. */
export type Problem = 'no-link' | 'unknown' | 'revoked' | 'expired' | 'closed' | 'submitted-elsewhere';

/** What this device holds for the link that was opened. */
export interface Remembered {
  readonly response: ResponseRecord | null;
  readonly receipt: Receipt | null;
  readonly group: GroupRecord | null;
}

export type Opening =
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'sent'; readonly receipt: Receipt }
  /** A group link that this device has followed before. */
  | { readonly kind: 'returning'; readonly group: GroupRecord }
  | { readonly kind: 'begin' }
  | { readonly kind: 'answer'; readonly book: AnswerBook };

export function problemOf(code: ApiCode): Problem {
  switch (code) {
    case 'LINK_REVOKED':
      return 'revoked';
    case 'LINK_EXPIRED':
      return 'expired';
    case 'ASSESSMENT_CLOSED':
      return 'closed';
    case 'ALREADY_SUBMITTED':
      return 'submitted-elsewhere';
    default:
      return 'unknown';
  }
}

export function openingOf(session: RespondentSession, remembered: Remembered, today: string): Opening {
  const { response, receipt, group } = remembered;
  switch (session.state) {
    case 'SUBMITTED':
      if (receipt !== null) return { kind: 'sent', receipt };
      // The attempt that this browser made before it was closed did arrive.
      if (response?.submitting) return { kind: 'sent', receipt: { submittedOn: today, answered: null, total: null } };
      return { kind: 'problem', problem: 'submitted-elsewhere' };
    case 'CLOSED':
      return receipt === null ? { kind: 'problem', problem: 'closed' } : { kind: 'sent', receipt };
    case 'EXPIRED':
      return receipt === null ? { kind: 'problem', problem: 'expired' } : { kind: 'sent', receipt };
    case 'REVOKED':
      return { kind: 'problem', problem: 'revoked' };
    case 'OPEN':
      if (session.begins) return group === null ? { kind: 'begin' } : { kind: 'returning', group };
      return { kind: 'answer', book: meetServer(response ?? EMPTY_BOOK, session.draft) };
  }
}

/** Answers that the server never received, to be named when the link turns out to be closed. */
export function keptAnswers(response: ResponseRecord | null): number {
  return response === null ? 0 : unsent(response).length;
}
