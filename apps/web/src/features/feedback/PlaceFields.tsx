import { useQuery } from '@apollo/client/react';
import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FeedbackPlacesDocument } from './feedback.generated.js';

interface Input {
  value?: string;
  onChange: (value: string) => void;
  error?: ReactNode;
}

/** Where it was met, and by whom. */
export function PlaceFields({ touchpoint, persona }: { touchpoint: Input; persona: Input }) {
  const { t } = useTranslation('feedback');
  const { data } = useQuery(FeedbackPlacesDocument);
  const choices = (edges: { node: { id: string; name: string } }[] | undefined) =>
    (edges ?? []).map(({ node }) => ({ value: node.id, label: node.name }));
  return (
    <>
      <Select
        label={t('field.touchpointId')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('form.noTouchpoint') }}
        placeholder={t('form.noTouchpoint')}
        data={choices(data?.touchpoints.edges)}
        value={touchpoint.value || null}
        onChange={(value) => touchpoint.onChange(value ?? '')}
        error={touchpoint.error}
      />
      <Select
        label={t('field.personaId')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('form.noPersona') }}
        placeholder={t('form.noPersona')}
        data={choices(data?.personas.edges)}
        value={persona.value || null}
        onChange={(value) => persona.onChange(value ?? '')}
        error={persona.error}
      />
    </>
  );
}
