import { type ReactNode, useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useConfirm } from './ConfirmDialog.js';

/** Says under a name of its own whether a form holds what was typed and not saved. */
export type ReportUnsaved = (form: string, unsaved: boolean) => void;

/**
 * For a panel that is not in the address, so that closing it leaves no page: asks before the forms in it are closed with
 * what was typed. Render what it returns last.
 */
export function useAskBeforeClosing(
  onClose: () => void,
): [close: () => void, report: ReportUnsaved, dialog: ReactNode] {
  const { t } = useTranslation();
  const [confirm, dialog] = useConfirm();
  const unsaved = useRef(new Set<string>());
  const report = useCallback<ReportUnsaved>((form, is) => {
    if (is) unsaved.current.add(form);
    else unsaved.current.delete(form);
  }, []);
  const asking = useRef(false);
  const close = async () => {
    if (asking.current) return;
    if (unsaved.current.size === 0) return onClose();
    asking.current = true;
    // The Escape that closes the panel would close the question as well, and the one that closes the question the panel.
    await nextTask();
    const question = { title: t('unsaved.title'), consequence: t('unsaved.consequence'), act: t('unsaved.leave') };
    const leave = await confirm(question);
    await nextTask();
    asking.current = false;
    if (leave) onClose();
  };
  return [() => void close(), report, dialog];
}

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
