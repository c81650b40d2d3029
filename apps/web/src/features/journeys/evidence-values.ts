import { confidenceOf, type EvidenceKind as Kind } from '@touchstone/domain';
import type { EvidenceKind } from './journey-map.generated.js';

export const EVIDENCE_KINDS: EvidenceKind[] = ['MEASURED', 'ASKED', 'OBSERVED', 'REPORTED', 'JUDGED'];

/** Evidence as a form holds it; empty where nothing is said. */
export interface EvidenceValues {
  evidence: string;
  evidenceKind: EvidenceKind | '';
  evidenceOn: string;
}

/** Evidence as it is kept. */
export interface KnownEvidence {
  evidence?: string | null;
  evidenceKind?: EvidenceKind | null;
  evidenceOn?: string | null;
}

export const evidenceValuesOf = (known: KnownEvidence | undefined): EvidenceValues => ({
  evidence: known?.evidence ?? '',
  evidenceKind: known?.evidenceKind ?? '',
  evidenceOn: known?.evidenceOn ?? '',
});

/** What is sent: nothing where nothing was said. */
export const evidenceInputOf = ({ evidence, evidenceKind, evidenceOn }: EvidenceValues) => ({
  evidence: evidence.trim() || null,
  evidenceKind: evidenceKind || null,
  evidenceOn: evidenceOn || null,
});

/** How far it can be relied on, by the rule that the whole product shares. */
export const confidenceIn = (values: EvidenceValues, today: string) => {
  const { evidence, evidenceKind, evidenceOn } = evidenceInputOf(values);
  return confidenceOf(
    { evidence, evidenceOn, evidenceKind: evidenceKind && (evidenceKind.toLowerCase() as Kind) },
    today,
  );
};
