import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TouchpointField, usePersonaChoices } from '../choices/index.js';

interface Input {
  value?: string;
  onChange: (value: string) => void;
  error?: ReactNode;
}

interface PlaceFieldsProps {
  touchpoint: Input;
  persona: Input;
  /** The touchpoint that is said already. */
  known?: { id: string; name: string };
}

/** Where it was met, and by whom. */
export function PlaceFields({ touchpoint, persona, known }: PlaceFieldsProps) {
  const { t } = useTranslation('feedback');
  const personas = usePersonaChoices();
  return (
    <>
      <TouchpointField
        label={t('field.touchpointId')}
        placeholder={t('form.noTouchpoint')}
        known={known}
        {...touchpoint}
      />
      <Select
        label={t('field.personaId')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('form.noPersona') }}
        placeholder={t('form.noPersona')}
        data={personas}
        value={persona.value || null}
        onChange={(value) => persona.onChange(value ?? '')}
        error={persona.error}
      />
    </>
  );
}
