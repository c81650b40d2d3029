import { MORTGAGE_FEEDBACK } from './harbour-feedback-mortgage.js';
import { OPENING_FEEDBACK } from './harbour-feedback-opening.js';
import { PAYMENT_FEEDBACK } from './harbour-feedback-payments.js';
import { SERVICE_FEEDBACK } from './harbour-feedback-service.js';
import { feedbackOf } from './sample-feedback.js';

/** What customers and staff told Harbour Bank within a year. */
export const HARBOUR_FEEDBACK = feedbackOf([
  ...OPENING_FEEDBACK,
  ...PAYMENT_FEEDBACK,
  ...MORTGAGE_FEEDBACK,
  ...SERVICE_FEEDBACK,
]);
