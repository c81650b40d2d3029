import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';

interface SearchFieldProps {
  label: string;
  /** What the URL says. */
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

/** Types freely; tells the URL when the typing rests. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  const [typed, setTyped] = useState(value ?? '');
  const [told, setTold] = useState(value);
  const tell = useDebouncedCallback((next: string) => onChange(next.trim() || undefined), 250);
  // The back button changed the URL under us: show what it says now.
  if (told !== value) {
    setTold(value);
    if ((value ?? '') !== typed.trim()) setTyped(value ?? '');
  }
  return (
    <TextInput
      type="search"
      size="xs"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        tell(event.currentTarget.value);
      }}
    />
  );
}
