import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import type { OnChangeFn, VisibilityState } from '@tanstack/react-table';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

const storageKey = (id: string) => `touchstone.columns.${id}`;

function kept(id: string): VisibilityState {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey(id)) ?? '{}');
    return typeof stored === 'object' && stored !== null ? (stored as VisibilityState) : {};
  } catch {
    return {};
  }
}

/** Which columns of a table this reader wants to see; kept in this browser. */
export function useKeptColumns(id: string): [VisibilityState, OnChangeFn<VisibilityState>] {
  const [visibility, setVisibility] = useState(() => kept(id));
  const change: OnChangeFn<VisibilityState> = (update) => {
    const next = typeof update === 'function' ? update(visibility) : update;
    setVisibility(next);
    try {
      localStorage.setItem(storageKey(id), JSON.stringify(next));
    } catch {
      // Storage refused: the choice holds for this page only.
    }
  };
  return [visibility, change];
}

interface ChoosableColumn {
  id: string;
  label: string;
  shown: boolean;
  toggle: () => void;
}

export function ColumnChooser({ columns }: { columns: ChoosableColumn[] }) {
  const { t } = useTranslation();
  if (columns.length === 0) return null;
  return (
    <Popover position="bottom-end" trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Button variant="subtle" size="xs" leftSection={<IconColumns3 size={16} aria-hidden />}>
          {t('table.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('table.columns')}>
        <Stack gap="xs">
          {columns.map((column) => (
            <Checkbox key={column.id} label={column.label} checked={column.shown} onChange={column.toggle} size="sm" />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
