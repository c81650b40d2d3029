import { useQuery } from '@apollo/client/react';
import { Select } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { SearchedChoice } from '../../ui/SearchedChoice.js';
import { SearchedChoices } from '../../ui/SearchedChoices.js';
import { TouchpointChoicesDocument, TouchpointNameDocument } from './choices.generated.js';

interface Named {
  id: string;
  name: string;
}

interface TouchpointFieldsProps {
  label: string;
  description?: string;
  placeholder?: string;
  error?: ReactNode;
}

const named = ({ id, name }: Named) => ({ value: id, label: name });

function useFound() {
  const [typed, setTyped] = useState('');
  const { data, previousData } = useQuery(TouchpointChoicesDocument, { variables: { search: typed } });
  return [((data ?? previousData)?.touchpoints.edges ?? []).map(({ node }) => named(node)), setTyped] as const;
}

export function TouchpointsField({
  known,
  ...field
}: TouchpointFieldsProps & { known: readonly Named[]; value?: string[]; onChange: (value: string[]) => void }) {
  const [found, search] = useFound();
  return <SearchedChoices {...field} chosen={known.map(named)} found={found} onSearch={search} />;
}

export function TouchpointField({
  known,
  ...field
}: TouchpointFieldsProps & { known?: Named; value?: string; onChange: (value: string) => void }) {
  const [found, search] = useFound();
  return <SearchedChoice {...field} chosen={known && named(known)} found={found} onSearch={search} />;
}

interface TouchpointFilterProps {
  label: string;
  /** What the list shows without it, and what clearing it is called. */
  any: string;
  /** What the URL says. */
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

/** Narrows a list down to one touchpoint, however many there are; what the address names is asked for by its id. */
export function TouchpointFilter({ label, any, value, onChange }: TouchpointFilterProps) {
  const [found, search] = useFound();
  const { data } = useQuery(TouchpointNameDocument, { variables: { id: value ?? '' }, skip: value === undefined });
  const chosen = value !== undefined && data?.touchpoint.id === value ? named(data.touchpoint) : undefined;
  const all = chosen && !found.some((each) => each.value === chosen.value) ? [chosen, ...found] : found;
  return (
    <Select
      size="xs"
      w={176}
      aria-label={label}
      placeholder={any}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': any }}
      filter={({ options }) => options}
      onSearchChange={(typed) => search(all.some((each) => each.label === typed) ? '' : typed)}
      data={all}
      value={value ?? null}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}
