import type { Channel, DontCheck, ServiceLevel, TouchpointExistence } from './touchpoints.generated.js';

export const CHANNELS: readonly Channel[] = [
  'BRANCH',
  'PHONE',
  'WEB',
  'APP',
  'EMAIL',
  'CHAT',
  'SOCIAL',
  'POST',
  'SELF_SERVICE',
  'FIELD',
  'OTHER',
];
export const EXISTENCES: readonly TouchpointExistence[] = ['EXISTING', 'FUTURE'];
export const SERVICE_LEVELS: readonly ServiceLevel[] = ['BASIC', 'SATISFYING', 'DELIGHTFUL', 'UNEXPECTED'];
export const DONT_CHECKS: readonly DontCheck[] = ['KEPT', 'BROKEN'];

/** What a customer should never be made to do: the four don'ts. */
export const DONTS = ['noWaiting', 'noAnnoyance', 'noPuzzling', 'noRepeating'] as const;
export type Dont = (typeof DONTS)[number];
