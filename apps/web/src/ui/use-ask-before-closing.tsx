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
  const close = async () => {
    if (unsaved.current.size > 0) {
      const question = { title: t('unsaved.title'), consequence: t('unsaved.consequence'), act: t('unsaved.leave') };
      if (!(await confirm(question))) return;
    }
    onClose();
  };
  return [() => void close(), report, dialog];
}
