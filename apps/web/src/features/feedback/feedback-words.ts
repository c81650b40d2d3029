import type { FeedbackSource, FeedbackState } from './feedback.generated.js';

/** Where somebody can say that they have it from; alerts and gaps come from where they are shown. */
export const TYPED_SOURCES: readonly FeedbackSource[] = [
  'SERVICE_DESK',
  'FORUM',
  'SURVEY',
  'INTERVIEW',
  'WALKTHROUGH',
  'STORE_VISIT',
  'OTHER',
];
export const FEEDBACK_SOURCES: readonly FeedbackSource[] = [...TYPED_SOURCES, 'ALERT', 'ASSESSMENT_GAP'];
export const FEEDBACK_STATES: readonly FeedbackState[] = ['NEW', 'LINKED', 'MERGED', 'DISMISSED'];

/** The acts of triage that ask for something, with the key that begins each. */
export const TRIAGE_KEYS = { link: 'L', merge: 'M', tie: 'T', dismiss: 'D' } as const;
export type TriageAct = keyof typeof TRIAGE_KEYS;
export const TRIAGE_ACTS = Object.keys(TRIAGE_KEYS) as TriageAct[];
