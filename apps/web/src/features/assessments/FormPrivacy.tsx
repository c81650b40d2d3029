import { NumberInput, Radio, Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import classes from './AssessmentForm.module.css';
import type { AssessmentValues } from './assessment-form.js';
import { LARGEST_MINIMUM } from './assessment-problems.js';
import { ANONYMITY_POLICIES } from './assessment-words.js';

interface FormPrivacyProps {
  form: UseFormReturnType<AssessmentValues>;
  /** What respondents were told is shown but no longer changes. */
  locked: (field: keyof AssessmentValues) => boolean;
  /** What the organisation asks for at least. */
  minimum: number;
}

/** What respondents are promised, each policy in the words in which it will be kept. */
export function FormPrivacy({ form, locked, minimum }: FormPrivacyProps) {
  const { t } = useTranslation('assessments');
  return (
    <>
      <Radio.Group
        label={t('form.anonymity')}
        description={t('form.anonymityFixed')}
        {...form.getInputProps('anonymity')}
      >
        <Stack gap="sm" mt="xs">
          {ANONYMITY_POLICIES.map((policy) => (
            <Radio
              key={policy}
              value={policy}
              disabled={locked('anonymity')}
              label={t(`anonymity.${policy}`)}
              description={<span className={classes.radioText}>{t(`anonymityExplained.${policy}`)}</span>}
            />
          ))}
        </Stack>
      </Radio.Group>
      <NumberInput
        label={t('form.minimumGroupSize')}
        description={t('form.minimumGroupSizeHelp', { minimum })}
        required
        disabled={locked('minimumGroupSize')}
        min={minimum}
        max={LARGEST_MINIMUM}
        clampBehavior="none"
        allowDecimal={false}
        data-path="minimumGroupSize"
        {...form.getInputProps('minimumGroupSize')}
        onChange={(value) => form.setFieldValue('minimumGroupSize', typeof value === 'number' ? value : '')}
      />
    </>
  );
}
