import { type DomainError, RuleError } from '@touchstone/domain';

/** What the database itself refuses, whoever asks: records that somebody can be held to. */
const KEPT: Readonly<Record<string, readonly [code: string, message: string]>> = {
  TS001: ['DECISION_KEPT', 'A decision that was taken stays as it is. Ask for a new one.'],
  TS002: ['EFFECT_SEALED', 'What was sealed at the launch stays as it is. It may be withdrawn, with a reason.'],
  TS003: ['VERDICT_KEPT', 'A verdict stays as it was computed.'],
  TS004: ['RANKING_REVEALED', 'The round is over: what was judged in it stays as it is.'],
};

/** The refusal of a trigger that keeps a record, as an error with a text; undefined for every other error. */
export function keptRecord(error: unknown): DomainError | undefined {
  const kept = KEPT[String((error as { code?: unknown } | null)?.code)];
  return kept && new RuleError(...kept);
}
