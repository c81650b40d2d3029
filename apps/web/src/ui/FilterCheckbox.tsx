import { Checkbox } from '@mantine/core';

interface FilterCheckboxProps {
  label: string;
  /** What the URL says; nothing there is "no". */
  value: boolean | undefined;
  onChange: (value: true | undefined) => void;
}

/** Widens a list, or narrows it down, by one yes or no. */
export function FilterCheckbox({ label, value, onChange }: FilterCheckboxProps) {
  return (
    <Checkbox
      size="xs"
      label={label}
      checked={value ?? false}
      onChange={(event) => onChange(event.currentTarget.checked || undefined)}
    />
  );
}
