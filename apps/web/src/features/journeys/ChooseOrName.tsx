import { Button, Group, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useErrorText } from '../../ui/use-error-text.js';

interface ChooseOrNameProps {
  label: string;
  description?: string;
  choices: { value: string; label: string }[];
  value?: string | null;
  onChange?: (value: string | null) => void;
  create: (name: string) => Promise<{ id: string } | { error: AppError }>;
}

/** One of those there are, or a new one that is named on the spot. */
export function ChooseOrName({ label, description, choices, value, onChange, create }: ChooseOrNameProps) {
  const { t } = useTranslation('journeys');
  const errorText = useErrorText();
  const [name, setName] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const add = async () => {
    if (!name?.trim()) return setRefusal(t('nameMissing'));
    const outcome = await create(name.trim());
    if ('error' in outcome)
      return setRefusal(outcome.error.fields ? t('nameTaken') : errorText(outcome.error).happened);
    onChange?.(outcome.id);
    setName(null);
    setRefusal(null);
  };
  if (name !== null) {
    return (
      <Group align="end" wrap="nowrap">
        <TextInput
          style={{ flexGrow: 1 }}
          label={t('form.newNamed', { what: label })}
          value={name}
          error={refusal}
          autoFocus
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            void add();
          }}
        />
        <Button variant="default" onClick={() => void add()}>
          {t('form.add')}
        </Button>
        <Button variant="subtle" onClick={() => setName(null)}>
          {t('form.back')}
        </Button>
      </Group>
    );
  }
  return (
    <Group align="end" wrap="nowrap">
      <Select
        style={{ flexGrow: 1 }}
        label={label}
        description={description}
        clearable
        clearButtonProps={{ 'aria-label': t('form.nothing') }}
        searchable
        data={choices}
        value={value ?? null}
        onChange={(next) => onChange?.(next)}
      />
      <Button variant="default" aria-label={t('form.newNamed', { what: label })} onClick={() => setName('')}>
        {t('form.new')}
      </Button>
    </Group>
  );
}
