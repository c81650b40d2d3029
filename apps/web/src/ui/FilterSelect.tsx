import { Select } from '@mantine/core';

/** Narrow enough for several filters to stand in one line with the search and the count. */
const WIDTH = 144;

interface FilterSelectProps<Value extends string> {
  label: string;
  /** What the list shows without it ("Any channel"), and what clearing it is called. */
  any: string;
  choices: readonly { value: Value; label: string }[];
  /** What the URL says. */
  value: Value | undefined;
  onChange: (value: Value | undefined) => void;
  /** Where there are more choices than one reads through. */
  searchable?: boolean;
}

/** Narrows a list down to one choice, or to none: then all are shown. */
export function FilterSelect<Value extends string>({
  label,
  any,
  choices,
  value,
  onChange,
  searchable,
}: FilterSelectProps<Value>) {
  return (
    <Select
      size="xs"
      w={WIDTH}
      aria-label={label}
      placeholder={any}
      clearable
      clearButtonProps={{ 'aria-label': any }}
      searchable={searchable}
      data={choices}
      value={value ?? null}
      onChange={(next) => onChange(choices.find((choice) => choice.value === next)?.value)}
    />
  );
}
