import { i18n } from '../i18n/i18n.js';

/** Whether anything has been shown yet: until then the page does without the code that shows it. */
let wanted = false;
const listeners = new Set<() => void>();

export const toastsWanted = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  get: () => wanted,
};

/** A short word that an act succeeded. Failures are said where they happened, never in a passing note. */
export function notifyDone(message: string): void {
  wanted = true;
  for (const listener of listeners) listener();
  void import('@mantine/notifications').then(({ notifications }) =>
    notifications.show({
      message,
      color: 'accent',
      autoClose: 4000,
      closeButtonProps: { 'aria-label': i18n.t('ui:closeNote') },
    }),
  );
}
