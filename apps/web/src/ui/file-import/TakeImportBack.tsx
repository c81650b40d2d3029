import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import type { Outcome } from '../../api/use-act.js';
import { useConfirm } from '../ConfirmDialog.js';
import { ErrorState } from '../ErrorState.js';

interface TakeImportBackProps {
  fileName: string;
  /** How much goes, as the button of the question says it. */
  act: string;
  /** What will be gone, and what stays. */
  consequence: ReactNode;
  perform: () => Promise<Outcome<unknown>>;
  busy: boolean;
  onRefused?: () => void;
}

/** Undoes an import once it was asked. */
export function TakeImportBack({ fileName, act, consequence, perform, busy, onRefused }: TakeImportBackProps) {
  const { t } = useTranslation('fileImport');
  const [confirm, dialog] = useConfirm();
  const [refusal, setRefusal] = useState<AppError | null>(null);
  const ask = async () => {
    if (!(await confirm({ title: t('undo.title', { file: fileName }), consequence, act }))) return;
    const { error } = await perform();
    setRefusal(error ?? null);
    if (error) onRefused?.();
  };
  return (
    <>
      {refusal && <ErrorState error={refusal} />}
      <Button variant="default" color="red" onClick={() => void ask()} loading={busy}>
        {t('undo.open')}
      </Button>
      {dialog}
    </>
  );
}
