import { Select } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choice } from './SearchedChoices.js';

interface SearchedChoiceProps {
  label: string;
  description?: string;
  placeholder?: string;
  /** What is chosen already. */
  chosen?: Choice;
  /** What the server found for what was typed. */
  found: Choice[];
  onSearch: (typed: string) => void;
  /** Empty: nothing. */
  value?: string;
  onChange: (value: string) => void;
  error?: ReactNode;
  'data-autofocus'?: boolean;
}

/** One of very many: the server searches, and what was chosen keeps its name however the search goes on. */
export function SearchedChoice({ chosen, found, onSearch, value, onChange, ...field }: SearchedChoiceProps) {
  const { t } = useTranslation();
  const [kept, setKept] = useState(chosen);
  const all = kept && !found.some((each) => each.value === kept.value) ? [kept, ...found] : found;
  return (
    <Select
      {...field}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('choices.none') }}
      // The server has searched; whatever it found is offered.
      filter={({ options }) => options}
      nothingFoundMessage={t('choices.nothingFound')}
      // What is chosen stands in the field as if it had been typed: nothing is looked for by that.
      onSearchChange={(typed) => onSearch(all.some(({ label }) => label === typed) ? '' : typed)}
      data={all}
      value={value || null}
      onChange={(next) => {
        setKept(all.find((each) => each.value === next));
        onChange(next ?? '');
      }}
    />
  );
}
