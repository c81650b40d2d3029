import { Radio, Select, Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { AppLink } from '../../ui/AppLink.js';
import type { AssessmentValues } from './assessment-form.js';
import type { FormChoices } from './use-form-choices.js';

interface FormModelAndScopeProps {
  form: UseFormReturnType<AssessmentValues>;
  choices: FormChoices;
  /** What respondents were told is shown but no longer changes. */
  locked: (field: keyof AssessmentValues) => boolean;
}

/** What is asked and about whom: the model version, the previous wave of it, and the scope. */
export function FormModelAndScope({ form, choices, locked }: FormModelAndScopeProps) {
  const { t } = useTranslation('assessments');
  const { modelVersionId, scopeKind } = form.values;
  return (
    <>
      <Select
        label={t('form.model')}
        description={
          <>
            {choices.models.length === 0 ? t('form.noPublishedModel') : t('form.modelHelp')}{' '}
            {modelVersionId && (
              <AppLink to="/models/$modelVersionId" params={{ modelVersionId }} size="sm" target="_blank">
                {t('form.readModel')}
              </AppLink>
            )}
          </>
        }
        required
        searchable
        disabled={locked('modelVersionId')}
        data={[...choices.models]}
        data-path="modelVersionId"
        {...form.getInputProps('modelVersionId')}
        value={modelVersionId || null}
        onChange={(value) => form.setFieldValue('modelVersionId', value ?? '')}
      />
      <Select
        label={t('form.previous')}
        description={t('form.previousHelp')}
        placeholder={t('form.noPrevious')}
        clearable
        searchable
        disabled={locked('previousAssessmentId')}
        data={[...choices.waves]}
        data-path="previousAssessmentId"
        {...form.getInputProps('previousAssessmentId')}
        value={form.values.previousAssessmentId || null}
        onChange={(value) => form.setFieldValue('previousAssessmentId', value ?? '')}
      />
      <Radio.Group label={t('form.scope')} {...form.getInputProps('scopeKind')}>
        <Stack gap="xs" mt="xs">
          <Radio
            value="ORGANIZATION"
            label={t('form.scopeOrganization')}
            disabled={locked('scopeKind')}
            data-path="scopeKind"
          />
          <Radio
            value="BUSINESS_UNIT"
            label={t('form.scopeUnit')}
            disabled={locked('scopeKind') || choices.units.length === 0}
          />
        </Stack>
      </Radio.Group>
      {scopeKind === 'BUSINESS_UNIT' && (
        <Select
          label={t('form.unit')}
          required
          searchable
          disabled={locked('businessUnitId')}
          data={[...choices.units]}
          data-path="businessUnitId"
          {...form.getInputProps('businessUnitId')}
          value={form.values.businessUnitId || null}
          onChange={(value) => form.setFieldValue('businessUnitId', value ?? '')}
        />
      )}
    </>
  );
}
