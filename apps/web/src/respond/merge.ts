/**
 * Two devices, or two tabs, hold answers of the same person. Nothing said may be lost, and a later word beats an earlier
 * one. A draft on the server carries one time for all of it, so the merge is three-way: what this device last knew the
 * server to hold tells which side has moved.
 */
import { plain, sameAnswer, type StampedAnswer, type StampedAnswers } from './answers.js';
import type { Answer, Answers } from './contract.js';

type Choice = Pick<Answer, 'value' | 'notApplicable'>;

/** The place on the scale and "not applicable" exclude each other, so they move together. */
function choiceOf(answer: Answer): Choice {
  if (answer.notApplicable) return { notApplicable: true };
  return answer.value === undefined ? {} : { value: answer.value };
}

function sameChoice(a: Choice, b: Choice): boolean {
  return a.value === b.value && a.notApplicable === b.notApplicable;
}

function isEmptyChoice(choice: Choice): boolean {
  return choice.value === undefined && choice.notApplicable === undefined;
}

function mergeChoice(known: Choice, local: Choice, server: Choice, localIsNewer: boolean): Choice {
  if (sameChoice(local, known)) return server;
  if (sameChoice(server, known)) return local;
  if (isEmptyChoice(local)) return server;
  if (isEmptyChoice(server)) return local;
  return localIsNewer ? local : server;
}

/** Words typed on both sides since they last agreed are kept both: a person would rather delete than retype. */
function mergeWords(known = '', local = '', server = '', localIsNewer: boolean): string {
  if (local === known) return server;
  if (server === known) return local;
  if (local.includes(server)) return local;
  if (server.includes(local)) return server;
  return localIsNewer ? `${server}\n${local}` : `${local}\n${server}`;
}

export function mergeAnswer(
  known: Answer | undefined,
  local: StampedAnswer | undefined,
  server: Answer | undefined,
  serverAt: number,
): StampedAnswer {
  const [k, l, s] = [plain(known), plain(local), plain(server)];
  const localAt = local?.at ?? 0;
  const localIsNewer = localAt >= serverAt;
  const merged = plain({
    ...mergeChoice(choiceOf(k), choiceOf(l), choiceOf(s), localIsNewer),
    text: mergeWords(k.text, l.text, s.text, localIsNewer),
    comment: mergeWords(k.comment, l.comment, s.comment, localIsNewer),
  });
  // What the server added must also win over this answer's older copy in another tab, hence a stamp after it.
  return { ...merged, at: local && sameAnswer(merged, local) ? localAt : Math.max(localAt + 1, serverAt) };
}

/** `known` is the server's draft as this device last saw it; `serverAt` is when the draft now found there was saved. */
export function mergeDrafts(known: Answers, local: StampedAnswers, server: Answers, serverAt: number): StampedAnswers {
  const itemIds = new Set([...Object.keys(local), ...Object.keys(server)]);
  return Object.fromEntries(
    [...itemIds].map((itemId) => [itemId, mergeAnswer(known[itemId], local[itemId], server[itemId], serverAt)]),
  );
}

/** Two tabs of one device stamp every answer themselves, so the later stamp simply wins. */
export function mergeTabs(mine: StampedAnswers, theirs: StampedAnswers): StampedAnswers {
  const merged: Record<string, StampedAnswer> = { ...mine };
  for (const [itemId, answer] of Object.entries(theirs)) {
    const own = merged[itemId];
    if (own === undefined || answer.at > own.at) merged[itemId] = answer;
  }
  return merged;
}
