import { MAP_SHELF_LIFE_DAYS } from './staleness.js';

/** What a claim of a map may rest on, from what was counted to what somebody thinks. */
export const EVIDENCE_KINDS = ['measured', 'asked', 'observed', 'reported', 'judged'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const LONGEST_EVIDENCE = 2000;

export interface Evidence {
  /** Where it is to be found. */
  readonly evidence: string | null;
  readonly evidenceKind: EvidenceKind | null;
  /** The day that it is of, YYYY-MM-DD. */
  readonly evidenceOn: string | null;
}

/** How far a claim can be relied on. It follows from what it rests on and how old that is; nobody states it. */
export type EvidenceConfidence = 'firm' | 'fair' | 'weak' | 'assumed';

const DAY_MS = 86_400_000;
const DOWN: Record<Exclude<EvidenceConfidence, 'assumed'>, EvidenceConfidence> = {
  firm: 'fair',
  fair: 'weak',
  weak: 'weak',
};

/**
 * What was measured, asked or observed is firm for a shelf life, fair for another one and weak after that; what was
 * reported stands one step below, for whoever complains speaks for nobody else. What has no day is as weak as what is old.
 * A judgement, or nothing at all, is an assumption whatever its age.
 */
export function confidenceOf({ evidence, evidenceKind, evidenceOn }: Evidence, today: string): EvidenceConfidence {
  if (evidenceKind === 'judged' || (evidenceKind === null && !evidence)) return 'assumed';
  if (evidenceKind === null || evidenceOn === null) return 'weak';
  const days = (Date.parse(today) - Date.parse(evidenceOn)) / DAY_MS;
  const fresh = days <= MAP_SHELF_LIFE_DAYS ? 'firm' : days <= 2 * MAP_SHELF_LIFE_DAYS ? 'fair' : 'weak';
  return evidenceKind === 'reported' ? DOWN[fresh] : fresh;
}

export type EvidenceProblem = 'too_long' | 'kind_missing' | 'in_future';

/** What stands against evidence as somebody states it; a day begins in the east, where it is tomorrow already. */
export function evidenceProblem({ evidence, evidenceKind, evidenceOn }: Evidence, now: Date): EvidenceProblem | null {
  if ((evidence ?? '').length > LONGEST_EVIDENCE) return 'too_long';
  if (evidenceOn !== null && evidenceKind === null) return 'kind_missing';
  const latest = new Date(now.getTime() + 14 * 3_600_000).toISOString().slice(0, 10);
  return evidenceOn !== null && evidenceOn > latest ? 'in_future' : null;
}
