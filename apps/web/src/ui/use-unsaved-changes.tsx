import { useBlocker } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useConfirm } from './ConfirmDialog.js';

/**
 * Warns before unsaved changes are left behind, by a link, the back button or closing the tab.
 * Closing a side panel is leaving too: what is open there stands in the address. Render what it returns.
 * A form that navigates away as soon as it has saved passes a function, which is asked in the moment of leaving.
 */
export function useUnsavedChanges(dirty: boolean | (() => boolean)): ReactNode {
  const { t } = useTranslation();
  const [confirm, dialog] = useConfirm();
  const isDirty = () => (typeof dirty === 'function' ? dirty() : dirty);
  const asking = useRef(false);
  const blocker = useBlocker({
    shouldBlockFn: isDirty,
    enableBeforeUnload: isDirty,
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
