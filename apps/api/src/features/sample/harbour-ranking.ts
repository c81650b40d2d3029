import type { SampleRanking, SampleWeight } from './sample-ranking.js';

/** What moves satisfaction with the bank, and how many come by. What is not here nobody has found out yet. */
export const HARBOUR_WEIGHTS: readonly SampleWeight[] = [
  { touchpoint: 'Open an account in the app', weight: [0.22, 1412], volume: [1900, 'Application log'] },
  { touchpoint: 'Identity check by video', weight: [0.31, 1412], volume: [1240, 'Identity provider'] },
  { touchpoint: 'Read the terms and the fees', weight: [0.05, 1412], volume: [1900, 'Application log'] },
  { touchpoint: 'Compare accounts', weight: [0.06, 1412], volume: [5200, 'Web statistics'] },
  { touchpoint: 'Card arrives by post', weight: [0.08, 1412], volume: [1100, 'Card manufacturer'] },
  { touchpoint: 'Pay abroad', weight: [0.09, 2035], volume: [6100, 'Card processor: customers, not payments'] },
  { touchpoint: 'Sign in and confirm', weight: [0.18, 2035], volume: [64_000, 'App log: customers of the month'] },
  { touchpoint: 'Send in the mortgage papers', weight: [0.27, 388], volume: [240, 'Loan system'] },
  { touchpoint: 'Transfer to a new payee', weight: [0.11, 2035], volume: [97_000, 'Payment log'] },
  // Pain points count held payments once among all payments and once among those that were held: no one volume fits both.
  { touchpoint: 'Payment is held for a check', weight: [0.29, 2035] },
  { touchpoint: 'Confirm an unusual payment', weight: [0.12, 2035] },
];

const AUTUMN = [
  'held-reason',
  'chip',
  'card-phone',
  'keep-form',
  'phone-counter',
  'one-list',
  'fee-before',
  'fees-page',
];
const SPRING = ['one-code', 'weekend-booking', 'evening-video', 'offer-now', 'third-day', 'plain-words', 'monday-rota'];

/** One round that is over, in which leaders and data part, and one that waits for the executive. */
export const HARBOUR_RANKINGS: readonly SampleRanking[] = [
  {
    name: 'What we begin this autumn',
    opened: -82,
    closesOn: -69,
    items: AUTUMN,
    judges: ['Grace Okafor', 'Tomas Reiter', 'Owen Pryce', 'Priya Nair', 'Sven Lindqvist'],
    orders: [
      [
        'Grace Okafor',
        -72,
        ['held-reason', 'card-phone', 'chip', 'one-list', 'keep-form', 'phone-counter', 'fee-before', 'fees-page'],
      ],
      [
        'Tomas Reiter',
        -80,
        ['chip', 'card-phone', 'held-reason', 'keep-form', 'one-list', 'phone-counter', 'fees-page', 'fee-before'],
      ],
      [
        'Owen Pryce',
        -78,
        ['held-reason', 'phone-counter', 'card-phone', 'chip', 'one-list', 'fees-page', 'keep-form', 'fee-before'],
      ],
      [
        'Priya Nair',
        -77,
        ['one-list', 'held-reason', 'chip', 'card-phone', 'keep-form', 'phone-counter', 'fee-before', 'fees-page'],
      ],
      [
        'Sven Lindqvist',
        -75,
        ['held-reason', 'chip', 'phone-counter', 'card-phone', 'one-list', 'keep-form', 'fee-before', 'fees-page'],
      ],
    ],
    revealed: -68,
    agreed: {
      day: -63,
      order: ['held-reason', 'chip', 'keep-form', 'fee-before', 'card-phone', 'phone-counter', 'fees-page', 'one-list'],
      reason:
        'Held payments stay first: the data cannot rank them yet, and deposits and rents fail. The form and the fees abroad move up, ' +
        'because they reach six times as many customers as we had thought around this table. The mortgage papers move down: ' +
        'they hurt, but 240 people a month. The card in the phone waits for its licence anyway.',
    },
  },
  {
    name: 'What we begin in spring',
    opened: -9,
    closesOn: 12,
    items: SPRING,
    judges: ['Grace Okafor', 'Tomas Reiter', 'Owen Pryce', 'Priya Nair'],
    orders: [
      [
        'Tomas Reiter',
        -6,
        ['one-code', 'weekend-booking', 'monday-rota', 'third-day', 'plain-words', 'evening-video', 'offer-now'],
      ],
      [
        'Priya Nair',
        -4,
        ['offer-now', 'evening-video', 'third-day', 'plain-words', 'one-code', 'monday-rota', 'weekend-booking'],
      ],
    ],
  },
];
