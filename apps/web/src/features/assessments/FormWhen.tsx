import { TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { TimeZoneContext } from '../../i18n/format.js';
import classes from './AssessmentForm.module.css';
import type { AssessmentValues } from './assessment-form.js';

/** The time the answers speak about, and until when they are taken; the browser's own fields work on every phone. */
export function FormWhen({ form, fixed }: { form: UseFormReturnType<AssessmentValues>; fixed: boolean }) {
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
          disabled={fixed}
          data-path="periodStart"
          {...form.getInputProps('periodStart')}
        />
        <TextInput
          type="date"
          label={t('form.periodEnd')}
          description={t('form.periodHelp')}
          required
          disabled={fixed}
          data-path="periodEnd"
          {...form.getInputProps('periodEnd')}
        />
      </div>
      <TextInput
        type="datetime-local"
        label={t('form.deadline')}
        description={`${t('form.deadlineHelp')} ${timeZone ?? ''}`}
        required
        disabled={fixed}
        data-path="deadline"
        {...form.getInputProps('deadline')}
      />
    </>
  );
}
