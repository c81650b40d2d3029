import { TextInput, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { TimeZoneContext } from '../../i18n/format.js';
import { usePlaceFieldErrors } from '../../ui/field-errors.js';
import { Form } from '../../ui/Form.js';
import { useUnsavedChanges } from '../../ui/use-unsaved-changes.js';
import classes from './AssessmentForm.module.css';
import type { AssessmentValues } from './assessment-form.js';
import { assessmentProblems, NAME_LIMIT } from './assessment-problems.js';
import type { AssessmentState } from './assessments.generated.js';
import { FormModelAndScope } from './FormModelAndScope.js';
import { FormPrivacy } from './FormPrivacy.js';
import { FormWhen } from './FormWhen.js';
import type { FormChoices } from './use-form-choices.js';
import { RaterGroupsField } from './RaterGroupsField.js';
import { expectedSizesLocked, isLocked } from './wave-rules.js';

interface AssessmentFormProps {
  initial: AssessmentValues;
  choices: FormChoices;
  /** What respondents were told is fixed once they were told it. */
  state: AssessmentState;
  act: string;
  /** Null when saved; what came back otherwise, unless the page deals with it itself. */
  onSave: (values: AssessmentValues) => Promise<AppError | null>;
  onCancel: () => void;
}

/** One form for a new wave and for changing one; what the state has fixed is shown and locked. */
export function AssessmentForm({ initial, choices, state, act, onSave, onCancel }: AssessmentFormProps) {
  const { t } = useTranslation('assessments');
  const timeZone = useContext(TimeZoneContext);
  const [failure, setFailure] = useState<AppError | null>(null);
  const placeFieldErrors = usePlaceFieldErrors();
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState(false);
  const locked = (field: keyof AssessmentValues) => isLocked(state, field);
  const form = useForm<AssessmentValues>({
    initialValues: initial,
    validate: (values) => {
      const problems = assessmentProblems(values, {
        now: new Date(),
        timeZone,
        minimumGroupSize: locked('minimumGroupSize') ? 1 : choices.minimumGroupSize,
        deadlineKept: initial.deadline,
      });
      return Object.fromEntries(
        Object.entries(problems).map(([path, { code, params }]) => [path, t(`form.errors.${code}`, params)]),
      );
    },
  });
  const leaveDialog = useUnsavedChanges(form.isDirty() && !saved);

  const save = async (values: AssessmentValues) => {
    setBusy(true);
    setSaved(true);
    const error = await onSave(values);
    setBusy(false);
    if (!error) return;
    setSaved(false);
    setFailure(placeFieldErrors(form, fieldPaths(values), error));
  };
  const problemCount = Object.keys(form.errors).length;

  return (
    <>
      <Form
        onSubmit={form.onSubmit(
          (values) => void save(values),
          (errors) => focusFirst(Object.keys(errors)),
        )}
        act={act}
        busy={busy}
        error={failure}
        onCancel={onCancel}
        aria-label={act}
      >
        {state !== 'DRAFT' && <p className={classes.note}>{t('form.fixedAfterOpening')}</p>}
        <h2 className={classes.section}>{t('form.about')}</h2>
        <TextInput
          label={t('form.name')}
          description={t('form.nameHelp')}
          maxLength={NAME_LIMIT}
          required
          data-path="name"
          {...form.getInputProps('name')}
        />
        <Textarea
          label={t('form.purpose')}
          description={t('form.purposeHelp')}
          rows={3}
          required
          disabled={locked('purpose')}
          data-path="purpose"
          {...form.getInputProps('purpose')}
        />
        <FormModelAndScope form={form} choices={choices} locked={locked} />
        <h2 className={classes.section}>{t('form.when')}</h2>
        <FormWhen form={form} locked={locked} />
        <h2 className={classes.section}>{t('form.privacy')}</h2>
        <FormPrivacy form={form} locked={locked} minimum={choices.minimumGroupSize} />
        <h2 className={classes.section}>{t('form.groups')}</h2>
        <RaterGroupsField form={form} fixed={locked('raterGroups')} sizesFixed={expectedSizesLocked(state)} />
        {problemCount > 0 && (
          <p role="status" className={classes.problems}>
            {t('form.problems', { count: problemCount })}
          </p>
        )}
      </Form>
      {leaveDialog}
    </>
  );
}

function fieldPaths(values: AssessmentValues): string[] {
  const { raterGroups, ...rest } = values;
  const rows = raterGroups.flatMap((_, i) =>
    ['kind', 'name', 'expectedSize'].map((name) => `raterGroups.${i}.${name}`),
  );
  return [...Object.keys(rest), 'raterGroups', ...rows];
}

/** Errors may be far up a long form: the reader is taken to the first in the order of the page. */
function focusFirst(paths: readonly string[]): void {
  const fields = [...document.querySelectorAll<HTMLElement>('[data-path]')];
  const field = fields.find((each) => paths.includes(each.dataset.path ?? ''));
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
}
