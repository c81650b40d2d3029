import { HELP_TOUCHPOINTS } from './harbour-touchpoints-help.js';
import { MORTGAGE_TOUCHPOINTS } from './harbour-touchpoints-mortgage.js';
import { OPENING_TOUCHPOINTS } from './harbour-touchpoints-opening.js';
import { PAYMENT_TOUCHPOINTS } from './harbour-touchpoints-payments.js';
import type { SampleLibrary } from './sample-touchpoint.js';

/** Digital becomes one house: what customers do in browser and app alike goes to one team. */
export const REORGANISATION = {
  day: '2026-04-01',
  from: 'Online Banking',
  to: 'Mobile App',
  touchpoints: [
    'Sign in and confirm',
    'Transfer to a new payee',
    'Freeze or replace a card',
    'Find an answer in the help pages',
    'Set up a standing order',
    'Move the salary and standing orders',
  ],
} as const;

/** Where customers meet Harbour Bank. Two teams will stop before another has taken over, as in every real bank. */
export const HARBOUR_LIBRARY = {
  touchpoints: [...OPENING_TOUCHPOINTS, ...PAYMENT_TOUCHPOINTS, ...MORTGAGE_TOUCHPOINTS, ...HELP_TOUCHPOINTS],
  ownedSince: '2024-01-01',
  reorganisation: REORGANISATION,
} as const satisfies SampleLibrary;
