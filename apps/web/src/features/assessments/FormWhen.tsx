import { TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { TimeZoneContext } from '../../i18n/format.js';
import classes from './AssessmentForm.module.css';
import type { AssessmentValues } from './assessment-form.js';

/** The time the answers speak about, and until when they are taken; the browser's own fields work on every phone. */
interface FormWhenProps {
  form: UseFormReturnType<AssessmentValues>;
  /** What respondents were told is shown but no longer changes. */
  locked: (field: keyof AssessmentValues) => boolean;
}

export function FormWhen({ form, locked }: FormWhenProps) {
  const { t } = useTranslation('assessments');
  const timeZone = useContext(TimeZoneContext);
  return (
    <>
      <div className={classes.side}>
        <TextInput
          type="date"
          label={t('form.periodStart')}
          description={t('form.periodHelp')}
          required
          disabled={locked('periodStart')}
          data-path="periodStart"
          {...form.getInputProps('periodStart')}
        />
        <TextInput
          type="date"
          label={t('form.periodEnd')}
          required
          disabled={locked('periodEnd')}
          data-path="periodEnd"
          {...form.getInputProps('periodEnd')}
        />
      </div>
      <TextInput
        type="datetime-local"
        label={t('form.deadline')}
        description={`${t('form.deadlineHelp')} ${timeZone ?? ''}`}
        required
        disabled={locked('deadline')}
        data-path="deadline"
        {...form.getInputProps('deadline')}
      />
    </>
  );
}
