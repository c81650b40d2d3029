/** The assessment as its form holds it; between the contract and the fields, with every check a browser can make. */
import { instantOf, wallClock } from '../../i18n/zoned-time.js';
import type { AnonymityPolicy, AssessmentFieldsFragment, RaterGroupKind, ScopeKind } from './assessments.generated.js';
import type { CreateAssessmentMutationVariables } from './assessments.generated.js';

export type AssessmentInput = CreateAssessmentMutationVariables['input'];

export interface GroupValues {
  /** Stable while rows move; the server's id where the group is already saved. */
  readonly key: string;
  readonly id?: string;
  readonly kind: RaterGroupKind;
  readonly name: string;
  readonly expectedSize: number | '';
}

export interface AssessmentValues {
  readonly name: string;
  readonly purpose: string;
  readonly modelVersionId: string;
  readonly scopeKind: ScopeKind;
  readonly businessUnitId: string;
  readonly periodStart: string;
  readonly periodEnd: string;
  /** On the clock of the organisation. */
  readonly deadline: string;
  readonly anonymity: AnonymityPolicy;
  readonly minimumGroupSize: number | '';
  readonly raterGroups: readonly GroupValues[];
  readonly previousAssessmentId: string;
}

const day = (date: Date): string => date.toISOString().slice(0, 10);
const addDays = (date: Date, days: number): Date => new Date(date.getTime() + days * 86_400_000);

/** A draft to begin from: a fortnight to answer, about the quarter up to today. */
export function emptyAssessment(now: Date, minimumGroupSize: number, timeZone: string | undefined): AssessmentValues {
  return {
    name: '',
    purpose: '',
    modelVersionId: '',
    scopeKind: 'ORGANIZATION',
    businessUnitId: '',
    periodStart: day(addDays(now, -90)),
    periodEnd: day(now),
    deadline: `${wallClock(addDays(now, 14).toISOString(), timeZone).slice(0, 10)}T18:00`,
    anonymity: 'ANONYMOUS',
    minimumGroupSize,
    raterGroups: [],
    previousAssessmentId: '',
  };
}

export function toValues(assessment: AssessmentFieldsFragment, timeZone: string | undefined): AssessmentValues {
  return {
    name: assessment.name,
    purpose: assessment.purpose,
    modelVersionId: assessment.modelVersionId,
    scopeKind: assessment.scopeKind,
    businessUnitId: assessment.businessUnitId ?? '',
    periodStart: assessment.periodStart,
    periodEnd: assessment.periodEnd,
    deadline: wallClock(assessment.deadline, timeZone),
    anonymity: assessment.anonymity,
    minimumGroupSize: assessment.minimumGroupSize,
    raterGroups: assessment.raterGroups.map(({ id, kind, name, expectedSize }) => ({
      key: id,
      id,
      kind,
      name,
      expectedSize,
    })),
    previousAssessmentId: assessment.previousAssessmentId ?? '',
  };
}

/**
 * Only for values that `assessmentProblems` finds nothing in.
 * @param keptDeadline the instant that was read: a clock without seconds must not move a deadline nobody touched.
 */
export function toInput(
  values: AssessmentValues,
  timeZone: string | undefined,
  keptDeadline?: string,
): AssessmentInput {
  const kept = keptDeadline !== undefined && wallClock(keptDeadline, timeZone) === values.deadline.slice(0, 16);
  return {
    name: values.name.trim(),
    purpose: values.purpose.trim(),
    modelVersionId: values.modelVersionId,
    scopeKind: values.scopeKind,
    businessUnitId: values.scopeKind === 'BUSINESS_UNIT' ? values.businessUnitId : null,
    periodStart: values.periodStart,
    periodEnd: values.periodEnd,
    deadline: kept ? keptDeadline : (instantOf(values.deadline, timeZone) ?? ''),
    anonymity: values.anonymity,
    minimumGroupSize: values.minimumGroupSize === '' ? null : values.minimumGroupSize,
    raterGroups: values.raterGroups.map(({ id, kind, name, expectedSize }) => ({
      id: id ?? null,
      kind,
      name: name.trim(),
      expectedSize: expectedSize === '' ? 0 : expectedSize,
    })),
    previousAssessmentId: values.previousAssessmentId || null,
  };
}
