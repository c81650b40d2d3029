/** Which fields of two versions go together, and the version that results when a reader picks for each. */
import type { AssessmentValues } from './assessment-form.js';

/** Fields that only make sense together are picked together. */
export const CONFLICT_PARTS = {
  name: ['name'],
  purpose: ['purpose'],
  modelVersionId: ['modelVersionId'],
  previousAssessmentId: ['previousAssessmentId'],
  scope: ['scopeKind', 'businessUnitId'],
  period: ['periodStart', 'periodEnd'],
  deadline: ['deadline'],
  anonymity: ['anonymity'],
  minimumGroupSize: ['minimumGroupSize'],
  raterGroups: ['raterGroups'],
} as const satisfies Record<string, readonly (keyof AssessmentValues)[]>;
export type ConflictPart = keyof typeof CONFLICT_PARTS;

export function mergeVersions(
  mine: AssessmentValues,
  theirs: AssessmentValues,
  choice: Readonly<Record<string, 'mine' | 'theirs'>>,
): AssessmentValues {
  const parts = Object.entries(CONFLICT_PARTS) as [ConflictPart, readonly (keyof AssessmentValues)[]][];
  const taken = parts.flatMap(([part, fields]) =>
    fields.map((field) => [field, (choice[part] === 'mine' ? mine : theirs)[field]] as const),
  );
  return { ...theirs, ...Object.fromEntries(taken) };
}
