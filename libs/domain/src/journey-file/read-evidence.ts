import type { Evidence } from '../journey/index.js';
import { type DocumentCell, type DocumentPlacement, JOURNEY_LIMITS } from './journey-document.js';
import { CHOICE_WORDS } from './journey-file-words.js';
import type { ProblemsOfTable, Where } from './read-problems.js';

export const NO_EVIDENCE: Evidence = { evidence: null, evidenceKind: null, evidenceOn: null };

/** What a text or a touchpoint's place rests on, from the three columns that say so. */
export function readEvidenceOf(
  target: DocumentCell | DocumentPlacement,
  cell: (column: keyof Evidence) => { readonly text: string; readonly where: Where },
  problems: ProblemsOfTable,
): void {
  const source = cell('evidence');
  if (problems.within(source.text, JOURNEY_LIMITS.evidence, source.where)) target.evidence = source.text || null;
  const kind = cell('evidenceKind');
  target.evidenceKind = problems.choice(CHOICE_WORDS.evidenceKind, kind.text, kind.where);
  const day = cell('evidenceOn');
  target.evidenceOn = problems.instant(day.text, day.where)?.slice(0, 10) ?? null;
  if (target.evidenceOn && !kind.text) problems.error('EVIDENCE_WITHOUT_KIND', day.where);
}
