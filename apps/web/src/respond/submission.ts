/**
 * Answers are submitted once, whatever happens on the way: a double click, a second tab, or a first attempt whose
 * confirmation got lost. The note "submitting" is on the device before the request leaves, so that the server's
 * "already submitted" can be told apart: ours arrived after all, or somebody used the link elsewhere.
 */
import { ApiError, isTransient, type ApiCode, type RefusedField } from './api.js';
import type { SubmittedAnswers } from './contract.js';
import type { Receipt } from './device-memory.js';

export type SubmissionOutcome =
  | { readonly kind: 'sent'; readonly receipt: Receipt }
  /** Submitted through this link, but not by this browser. */
  | { readonly kind: 'elsewhere' }
  /** Nobody answered: it may have arrived or not, and is tried again. */
  | { readonly kind: 'unknown'; readonly code: ApiCode }
  /** The answers need changing before they can be sent. */
  | { readonly kind: 'invalid'; readonly fields: readonly RefusedField[] }
  /** The link no longer takes answers. */
  | { readonly kind: 'refused'; readonly code: ApiCode };

export interface SubmissionPorts {
  readonly submit: () => Promise<SubmittedAnswers>;
  /** Whether this browser has tried before, in this tab or another, and cannot know how that ended. */
  readonly triedBefore: () => boolean;
  readonly noteTrying: () => void;
  readonly noteRefused: () => void;
  readonly receipt: () => Receipt | null;
  readonly today: () => string;
}

export async function submitOnce(ports: SubmissionPorts): Promise<SubmissionOutcome> {
  const existing = ports.receipt();
  if (existing !== null) return { kind: 'sent', receipt: existing };
  const triedBefore = ports.triedBefore();
  ports.noteTrying();
  try {
    return { kind: 'sent', receipt: await ports.submit() };
  } catch (reason) {
    const error = reason instanceof ApiError ? reason : new ApiError('INTERNAL');
    if (error.code === 'ALREADY_SUBMITTED') {
      const receipt = ports.receipt();
      if (receipt !== null) return { kind: 'sent', receipt };
      if (!triedBefore) return { kind: 'elsewhere' };
      return { kind: 'sent', receipt: { submittedOn: ports.today(), answered: null, total: null } };
    }
    if (error.code === 'CONFLICT' || isTransient(error.code)) return { kind: 'unknown', code: error.code };
    if (!triedBefore) ports.noteRefused();
    if (error.code === 'VALIDATION') return { kind: 'invalid', fields: error.fields };
    return { kind: 'refused', code: error.code };
  }
}

/** The items that the server found fault with, from paths such as `answers.3.value` or `answers[3]`. */
export function refusedItems(fields: readonly RefusedField[], sent: readonly { readonly itemId: string }[]): string[] {
  const indexes = fields.map((field) => /answers[.[](\d+)/.exec(field.path)?.[1]);
  return [...new Set(indexes.flatMap((index) => sent[Number(index)]?.itemId ?? []))];
}
