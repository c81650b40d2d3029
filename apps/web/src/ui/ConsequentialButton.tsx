import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { AppError } from '../api/app-error.js';
import type { Outcome } from '../api/use-act.js';
import { useConfirm } from './ConfirmDialog.js';
import { ErrorState } from './ErrorState.js';
import { ApartFromForm } from './Form.js';

interface ConsequentialButtonProps {
  /** The verb itself, on the button and in the question. */
  act: string;
  title: string;
  /** What will be gone, and what stays. */
  consequence: ReactNode;
  perform: () => Promise<Outcome<unknown>>;
  busy: boolean;
  onDone: () => void;
  /** Shows the refusal where the form shows its own; without it, it stands above the button. */
  onRefused?: (error: AppError) => void;
}

/** Archives, removes or ends what the form above it edits, once it was asked; stands apart from the form. */
export function ConsequentialButton({
  act,
  title,
  consequence,
  perform,
  busy,
  onDone,
  onRefused,
}: ConsequentialButtonProps) {
  const [confirm, dialog] = useConfirm();
  const [refusal, setRefusal] = useState<AppError | null>(null);
  const ask = async () => {
    if (!(await confirm({ title, consequence, act }))) return;
    setRefusal(null);
    const { error } = await perform();
    if (error) (onRefused ?? setRefusal)(error);
    else onDone();
  };
  return (
    <ApartFromForm>
      {refusal && <ErrorState error={refusal} />}
      <Button color="red" variant="outline" loading={busy} onClick={() => void ask()}>
        {act}
      </Button>
      {dialog}
    </ApartFromForm>
  );
}
