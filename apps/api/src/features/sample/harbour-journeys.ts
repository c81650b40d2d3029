import { COMPLAINT } from './harbour-journey-complaint.js';
import { MORTGAGE } from './harbour-journey-mortgage.js';
import { ACCOUNT_OPENING } from './harbour-journey-opening.js';
import { EVERYDAY_PAYMENTS } from './harbour-journey-payments.js';
import type { SampleAtlas } from './sample-journey.js';

/** What Harbour Bank's customers go through, as its programme office wrote it down. */
export const HARBOUR_ATLAS: SampleAtlas = {
  personas: [
    {
      name: 'First earner',
      description: 'Just started work, does everything on the phone, has never had a loan.',
      needs: 'An account before the first salary arrives, in words that need no second reading, without a visit.',
    },
    {
      name: 'Let-down regular',
      description: 'With the bank for ten years, rarely calls, and expects to be known when it happens.',
      needs: 'To tell the story once, to hear what happens next and by when, and to be believed.',
    },
    {
      name: 'Busy parent',
      description: 'Pays between two other things, on the phone, and notices the bank only when it is in the way.',
      needs: 'A payment in two minutes, certainty that it went, and a way back when the amount was wrong.',
    },
    {
      name: 'First home buyers',
      description: 'A couple with a small child; two salaries, no experience, and one home that they want.',
      needs: 'A number to bid with before the viewing, one person to ask, and no paper handed in twice.',
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
