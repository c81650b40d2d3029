import { useBlocker } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useConfirm } from './ConfirmDialog.js';

/**
 * Warns before unsaved changes are left behind, by a link, the back button or closing the tab.
 * Render what it returns. Pass the form's dirtiness; a saved form is clean before it navigates away.
 */
export function useUnsavedChanges(dirty: boolean): ReactNode {
  const { t } = useTranslation();
  const [confirm, dialog] = useConfirm();
  const asking = useRef(false);
  const blocker = useBlocker({
    shouldBlockFn: () => dirty,
    enableBeforeUnload: () => dirty,
    withResolver: true,
  });
  useEffect(() => {
    if (blocker.status !== 'blocked' || asking.current) return;
    asking.current = true;
    void confirm({
      title: t('unsaved.title'),
      consequence: t('unsaved.consequence'),
      act: t('unsaved.leave'),
    }).then((leave) => {
      asking.current = false;
      if (leave) blocker.proceed();
      else blocker.reset();
    });
  }, [blocker, confirm, t]);
  return dialog;
}
