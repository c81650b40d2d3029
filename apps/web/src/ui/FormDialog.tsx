import { Modal } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useAskBeforeClosing } from './use-ask-before-closing.js';

interface FormDialogProps {
  title: ReactNode;
  /** Whether closing would lose what was typed. */
  unsaved: boolean;
  onClose: () => void;
  /** The form, which is cancelled by closing the dialog. */
  children: (close: () => void) => ReactNode;
}

/**
 * A dialog that is not in the address and is typed in: however it is closed, it asks before what was typed is lost. What
 * is saved closes it by `onClose`, which asks nothing; leaving the page behind it is the form's own to warn of.
 */
export function FormDialog({ title, unsaved, onClose, children }: FormDialogProps) {
  const { t } = useTranslation();
  const [close, report, question] = useAskBeforeClosing(onClose);
  useEffect(() => report('dialog', unsaved), [report, unsaved]);
  return (
    <Modal opened onClose={close} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      {children(close)}
      {question}
    </Modal>
  );
}
