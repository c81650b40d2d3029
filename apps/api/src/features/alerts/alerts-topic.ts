/** Under which it is told that an alert of the organisation was opened or has changed. */
export const ALERTS_TOPIC = 'alerts';
