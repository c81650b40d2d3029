import {
  type Evidence,
  type EvidenceProblem,
  evidenceProblem,
  LONGEST_EVIDENCE,
  ValidationError,
} from '@touchstone/domain';

const FIELDS: Record<EvidenceProblem, readonly [path: keyof Evidence, code: string, message: string]> = {
  too_long: ['evidence', 'too_long', `Use at most ${LONGEST_EVIDENCE} characters.`],
  kind_missing: ['evidenceKind', 'required', 'Say what kind of evidence is of that day.'],
  in_future: ['evidenceOn', 'in_future', 'Evidence is of today or of an earlier day.'],
};

/** Evidence as it is kept; refuses what cannot be right and names the field. */
export function checkedEvidence(stated: { readonly [Field in keyof Evidence]?: Evidence[Field] | null }): Evidence {
  const evidence = {
    evidence: stated.evidence?.trim() || null,
    evidenceKind: stated.evidenceKind ?? null,
    evidenceOn: stated.evidenceOn ?? null,
  };
  const problem = evidenceProblem(evidence, new Date());
  if (!problem) return evidence;
  const [path, code, message] = FIELDS[problem];
  throw ValidationError.of(path, code, message, problem === 'too_long' ? { maximum: LONGEST_EVIDENCE } : undefined);
}
