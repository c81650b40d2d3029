import { notifications } from '@mantine/notifications';

/** A short word that an act succeeded. Failures are said where they happened, never in a passing note. */
export function notifyDone(message: string): void {
  notifications.show({ message, color: 'accent', autoClose: 4000 });
}
