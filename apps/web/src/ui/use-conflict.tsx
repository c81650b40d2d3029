import { type ReactNode, useState } from 'react';
import type { AppError } from '../api/app-error.js';
import { type ConflictChoice, ConflictDialog } from './ConflictDialog.js';

export interface EditedField<Values> {
  key: keyof Values & string;
  label: string;
  /** The value as the reader should see it. */
  show?: (value: Values[keyof Values]) => string;
}

interface Conflict<Values> {
  mine: Values;
  base: Values;
  theirs: Values;
  version: number;
}

interface UseConflictOptions<Values> {
  fields: EditedField<Values>[];
  /** Saves again, naming the version that won. */
  save: (merged: Values, version: number) => Promise<void>;
  busy?: boolean;
}

/**
 * The second of two savers sees both versions and picks. `raise` takes the refusal, what was typed and what the form
 * began with, and answers whether it was a conflict it can show; render `dialog`.
 */
export function useConflict<Values extends object>({
  fields,
  save,
  busy,
}: UseConflictOptions<Values>): {
  raise: (error: AppError, mine: Values, base: Values) => boolean;
  dialog: ReactNode;
} {
  const [conflict, setConflict] = useState<Conflict<Values> | null>(null);

  const raise = (error: AppError, mine: Values, base: Values) => {
    const current = error.current as (Partial<Values> & { version?: number }) | undefined;
    if (error.code !== 'CONFLICT' || typeof current?.version !== 'number' || fields.length === 0) return false;
    // What the server does not send back has not been changed by the other saver as far as this form can tell.
    setConflict({ mine, base, theirs: { ...mine, ...current }, version: current.version });
    return true;
  };

  const merge = async (choice: ConflictChoice) => {
    if (!conflict) return;
    const { mine, theirs, version } = conflict;
    const merged = { ...mine };
    for (const { key } of fields) if (choice[key] === 'theirs') merged[key] = theirs[key];
    setConflict(null);
    await save(merged, version);
  };

  const shown = ({ show }: EditedField<Values>, value: Values[keyof Values]) =>
    show ? show(value) : value === null || value === undefined ? '' : String(value);
  const dialog = (
    <ConflictDialog
      fields={
        conflict &&
        fields.map((field) => ({
          key: field.key,
          label: field.label,
          mine: shown(field, conflict.mine[field.key]),
          theirs: shown(field, conflict.theirs[field.key]),
          untouched: shown(field, conflict.mine[field.key]) === shown(field, conflict.base[field.key]),
        }))
      }
      busy={busy}
      onMerge={(choice) => void merge(choice)}
      onClose={() => setConflict(null)}
    />
  );
  return { raise, dialog };
}
