import { MultiSelect } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

export interface Choice {
  value: string;
  label: string;
}

interface SearchedChoicesProps {
  label: string;
  description?: string;
  /** What is chosen already. */
  chosen: Choice[];
  /** What the server found for what was typed. */
  found: Choice[];
  onSearch: (typed: string) => void;
  value?: string[];
  onChange: (value: string[]) => void;
  error?: ReactNode;
}

/** Several of very many: the server searches, and what was chosen keeps its name however the search goes on. */
export function SearchedChoices({ chosen, found, onSearch, value = [], onChange, ...field }: SearchedChoicesProps) {
  const { t } = useTranslation();
  const [kept, setKept] = useState(chosen);
  const all = [...kept, ...found.filter((each) => !kept.some((other) => other.value === each.value))];
  return (
    <MultiSelect
      {...field}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('choices.none') }}
      filter={({ options }) => options}
      nothingFoundMessage={t('choices.nothingFound')}
      onSearchChange={onSearch}
      data={all}
      value={value}
      onChange={(next) => {
        setKept(all.filter((each) => next.includes(each.value)));
        onChange(next);
      }}
    />
  );
}
