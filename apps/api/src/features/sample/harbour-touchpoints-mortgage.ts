import { BROKEN as B, KEPT as K, PILOT_ENDS, type SampleTouchpoint, touchpoint } from './sample-touchpoint.js';

/** From the first look at rates to the end of the fixed rate. */
export const MORTGAGE_TOUCHPOINTS: readonly SampleTouchpoint[] = [
  touchpoint('Mortgage pages and rates', 'web', 'Rates of the day, with an example that fits few.', [K, K, B, K], {
    accountable: 'Online Banking',
    consulted: ['Mortgage Advice'],
  }),
  touchpoint(
    'Book a talk with an adviser',
    'web',
    'Pick a branch, a day and an hour; the next is in nine days.',
    [B, K, K, K],
    { accountable: 'Mortgage Advice', responsible: ['Branch Service'] },
  ),
  touchpoint('Mortgage calculator', 'web', 'How much house the income carries.', [K, K, K, K], {
    accountable: 'Mortgage Advice',
    responsible: ['Online Banking'],
  }),
  touchpoint(
    'First mortgage talk',
    'branch',
    'An adviser, an hour, and a first rate.',
    [B, K, K, K],
    { accountable: 'Mortgage Advice', responsible: ['Mortgage Advice'], informed: ['Branch Service'] },
    'delightful',
  ),
  touchpoint('Send in the mortgage papers', 'email', 'Payslips, plans, land register, often twice.', [K, B, B, B], {
    accountable: 'Mortgage Processing',
    responsible: ['Mortgage Processing'],
    informed: ['Mortgage Advice'],
  }),
  touchpoint('Where is my mortgage?', 'phone', 'Calls between the papers and the decision.', [B, B, null, B], {
    accountable: 'Mortgage Processing',
    responsible: ['Contact Centre', 'Mortgage Advice'],
  }),
  touchpoint(
    'Follow the mortgage in the app',
    'app',
    'Each step with a date, so that nobody has to call.',
    [null, null, null, null],
    { accountable: 'Mobile App', consulted: ['Mortgage Processing'] },
    'unexpected',
    'future',
  ),
  touchpoint('Mortgage in principle', 'email', 'A letter that estate agents believe.', [B, K, K, B], {
    accountable: 'Mortgage Advice',
    responsible: ['Mortgage Processing'],
  }),
  touchpoint('Valuation of the home', 'field', 'A surveyor rings, measures, and is not heard of again.', [B, K, B, K], {
    accountable: 'Mortgage Processing',
    informed: ['Mortgage Advice'],
  }),
  touchpoint(
    'Mortgage decision',
    'phone',
    'The adviser calls with a yes, a no, or one more question.',
    [B, K, K, K],
    { accountable: 'Mortgage Advice', responsible: ['Mortgage Advice'], informed: ['Mortgage Processing'] },
    'delightful',
  ),
  touchpoint('Mortgage offer', 'post', 'Forty pages, of which three have to be read.', [K, K, B, K], {
    accountable: 'Mortgage Processing',
    consulted: ['Complaints', 'Mortgage Advice'],
  }),
  touchpoint('Sign the mortgage', 'branch', 'Both at the table, with papers and passports.', [B, K, K, B], {
    accountable: 'Mortgage Advice',
    responsible: ['Branch Service'],
  }),
  touchpoint(
    'Money for the keys',
    'email',
    'The sum is with the solicitor; the day can be kept.',
    [K, K, K, K],
    { accountable: 'Mortgage Processing', responsible: ['Payments Operations'] },
    'basic',
  ),
  touchpoint(
    'End of the fixed rate',
    'post',
    'A letter six months ahead, with a rate that others beat.',
    [K, B, B, K],
    { accountable: 'Mortgage Advice', consulted: ['Customer Research'] },
  ),
  touchpoint(
    'Hand in mortgage papers once',
    'app',
    'A list of what is missing, kept for whoever asks next.',
    [null, null, null, null],
    { accountable: 'Mortgage Processing', consulted: ['Mobile App', 'Mortgage Advice'] },
    'satisfying',
    'future',
  ),
  touchpoint(
    'Advice by video',
    'chat',
    'The mortgage adviser on the kitchen table; planned, not decided.',
    [null, null, null, null],
    { accountable: 'Experience Design', until: PILOT_ENDS, consulted: ['Mortgage Advice', 'Branch Service'] },
    'unexpected',
    'future',
  ),
];
