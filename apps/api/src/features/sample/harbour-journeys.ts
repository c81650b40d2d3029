import { COMPLAINT } from './harbour-journey-complaint.js';
import { MORTGAGE } from './harbour-journey-mortgage.js';
import { ACCOUNT_OPENING } from './harbour-journey-opening.js';
import { EVERYDAY_PAYMENTS } from './harbour-journey-payments.js';
import type { SampleAtlas } from './sample-journey.js';

/** What Harbour Bank's customers go through, as its programme office wrote it down. */
export const HARBOUR_ATLAS: SampleAtlas = {
  personas: [
    { name: 'First earner', description: 'Just started work, does everything on the phone, has never had a loan.' },
    {
      name: 'Let-down regular',
      description: 'With the bank for ten years, rarely calls, and expects to be known when it happens.',
    },
    {
      name: 'Busy parent',
      description: 'Pays between two other things, on the phone, and notices the bank only when it is in the way.',
    },
    {
      name: 'First home buyers',
      description: 'A couple with a small child; two salaries, no experience, and one home that they want.',
    },
  ],
  products: [
    { name: 'Current account', volume: 38_000 },
    { name: 'Payments', volume: 19_000_000 },
    { name: 'Mortgage', volume: 9_500 },
    { name: 'Customer service', volume: 780_000 },
  ],
  journeys: [ACCOUNT_OPENING, EVERYDAY_PAYMENTS, MORTGAGE, COMPLAINT],
  judge: 'Journey workshop, spring 2026',
};
