import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import type { ConflictField } from '../../ui/ConflictDialog.js';
import type { AssessmentValues } from './assessment-form.js';
import { CONFLICT_PARTS, type ConflictPart } from './merge-versions.js';
import type { Choice, FormChoices } from './use-form-choices.js';

const labelOf = (choices: readonly Choice[] | undefined, value: string): string =>
  choices?.find((choice) => choice.value === value)?.label ?? value;

/** Both versions of each part as a reader sees them, not as the form stores them. */
export function useConflictFields(
  choices: FormChoices | undefined,
): (mine: AssessmentValues, theirs: AssessmentValues, base: AssessmentValues) => ConflictField[] {
  const { t } = useTranslation('assessments');
  const formats = useFormats();
  const say: Record<ConflictPart, (values: AssessmentValues) => string> = {
    name: (values) => values.name,
    purpose: (values) => values.purpose,
    modelVersionId: (values) => labelOf(choices?.models, values.modelVersionId),
    previousAssessmentId: (values) => labelOf(choices?.waves, values.previousAssessmentId),
    scope: (values) =>
      values.scopeKind === 'ORGANIZATION'
        ? t('form.scopeOrganization')
        : labelOf(choices?.units, values.businessUnitId),
    period: (values) => formats.dateRange(values.periodStart, values.periodEnd),
    deadline: (values) => values.deadline.replace('T', ' '),
    anonymity: (values) => t(`anonymity.${values.anonymity}`),
    minimumGroupSize: (values) => String(values.minimumGroupSize),
    raterGroups: (values) => values.raterGroups.map((group) => `${group.name} (${group.expectedSize})`).join(', '),
  };
  return (mine, theirs, base) =>
    (Object.keys(CONFLICT_PARTS) as ConflictPart[]).map((part) => ({
      key: part,
      label: t(`conflict.${part}`),
      mine: say[part](mine),
      theirs: say[part](theirs),
      untouched: say[part](mine) === say[part](base),
    }));
}
