import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AppError } from '../api/app-error.js';
import type { Outcome } from '../api/use-act.js';
import { useConfirm } from './ConfirmDialog.js';
import { ApartFromForm } from './Form.js';

interface ArchiveButtonProps {
  /** The verb itself, on the button and in the question. */
  act: string;
  title: string;
  /** What will be gone, and what stays. */
  consequence: ReactNode;
  archive: () => Promise<Outcome<unknown>>;
  busy: boolean;
  onArchived: () => void;
  onRefused: (error: AppError) => void;
}

/** Archives what the form above it edits, after it was asked; stands apart from the form. */
export function ArchiveButton({ act, title, consequence, archive, busy, onArchived, onRefused }: ArchiveButtonProps) {
  const [confirm, dialog] = useConfirm();
  const ask = async () => {
    if (!(await confirm({ title, consequence, act }))) return;
    const { error } = await archive();
    if (error) onRefused(error);
    else onArchived();
  };
  return (
    <ApartFromForm>
      <Button color="red" variant="outline" loading={busy} onClick={() => void ask()}>
        {act}
      </Button>
      {dialog}
    </ApartFromForm>
  );
}
