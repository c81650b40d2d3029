import type { SampleJourney } from './sample-journey.js';

/** What most customers do most days. */
export const EVERYDAY_PAYMENTS: SampleJourney = {
  name: 'Everyday payments',
  summary: 'From the look at the balance to the money that has arrived, and what happens when it has not.',
  persona: 'Busy parent',
  product: 'Payments',
  stages: [
    {
      name: 'Looking first',
      lifecycle: 'purchase',
      cells: {
        scenario: 'In the queue at the baker’s: is there enough on the account?',
        doing: 'Opens the app, looks at one number, closes it.',
        thinking: 'Has the rent gone yet?',
        expectation: 'One look, one number, no surprise.',
        pain: 'Card payments of the weekend are there on Tuesday.',
        opportunity: 'Show what will leave before the next salary.',
        front_stage: 'App; cash machines for those who do without.',
        back_stage: 'Card payments are booked in two runs a day.',
        support: 'Platform Engineering keeps the app up.',
      },
      evidence: { pain: ['reported', 60, 'Reviews in the app shops, two quarters'] },
      touchpoints: [
        { name: 'Sign in and confirm', factor: 'key_moment', emotion: 1, asked: 301 },
        { name: 'Balance and recent payments', factor: 'key_moment', emotion: 2, asked: 412 },
        { name: 'Spending overview', factor: 'motivator', emotion: 1, asked: 57 },
      ],
    },
    {
      name: 'Paying',
      lifecycle: 'purchase',
      cells: {
        scenario: 'The till, the landlord, the friend who paid for dinner.',
        doing: 'Holds the phone to the till; types an account number for the landlord.',
        thinking: 'Did I mistype the last four digits?',
        expectation: 'To pay without thinking about paying.',
        pain: 'A new payee takes a code, a name check and a second code.',
        opportunity: 'Ask for one confirmation, and only when something is new.',
        front_stage: 'App, card, web.',
        back_stage: 'Payment engine; name check with the other bank.',
        support: 'Card scheme and phone makers.',
      },
      touchpoints: [
        { name: 'Pay with the phone', factor: 'motivator', emotion: 3, asked: 268 },
        { name: 'Pay by card in a shop', emotion: 1, asked: 190 },
        { name: 'Transfer to a new payee', factor: 'inhibitor', emotion: -2, asked: 143 },
        { name: 'Pay a friend by phone number', factor: 'motivator', emotion: 3, asked: 96 },
        { name: 'Set up a standing order', factor: 'inhibitor', emotion: -1, asked: 52 },
      ],
    },
    {
      name: 'Cash and other countries',
      lifecycle: 'purchase',
      cells: {
        scenario: 'The market takes notes; the hotel is in another currency.',
        doing: 'Looks for a machine, pays abroad and finds out later what it cost.',
        thinking: 'Is the next machine ours?',
        expectation: 'A machine that works, a rate that is said.',
        pain: 'The fee abroad is on the statement and nowhere else.',
        opportunity: 'Say rate and fee on the phone before the card is put in.',
        front_stage: 'Machines, branch lobby.',
        back_stage: 'A contractor fills the machines twice a week.',
      },
      touchpoints: [
        { name: 'Cash machine', emotion: 1 },
        { name: 'Pay in cash at the machine', emotion: -1 },
        { name: 'Pay abroad', factor: 'inhibitor', emotion: -2, asked: 44 },
      ],
      confirmedDaysAgo: 310,
    },
    {
      name: 'Something is held up',
      lifecycle: 'purchase',
      cells: {
        scenario: 'The deposit for the flat has to be there today; the bank holds it.',
        doing: 'Misses a call from a number that cannot be called back.',
        thinking: 'It is my money.',
        expectation: 'To be asked at once, and to be believed.',
        pain: 'The call comes hours later and asks for what the app knows.',
        opportunity: 'Ask in the app, say why, and say by when.',
        front_stage: 'Fraud desk by phone.',
        back_stage: 'A queue that is worked off by amount, not by urgency.',
        support: 'Rules of the fraud engine, changed once a quarter.',
      },
      evidence: {
        pain: ['measured', 30, 'Fraud desk: median 3.4 hours until the call'],
        expectation: ['asked', 400, '18 interviews in autumn 2025'],
      },
      touchpoints: [
        { name: 'Confirm an unusual payment', factor: 'motivator', emotion: 1, asked: 77 },
        { name: 'Payment is held for a check', factor: 'key_moment', emotion: -3, asked: 65 },
        { name: 'Freeze or replace a card', factor: 'motivator', emotion: 2, asked: 58 },
      ],
    },
    {
      name: 'Knowing that it arrived',
      lifecycle: 'after_sales',
      cells: {
        scenario: 'The landlord says that there is nothing yet.',
        doing: 'Takes a picture of the screen and sends it.',
        thinking: 'What does “in progress” mean?',
        expectation: 'To see what the other side sees.',
        pain: '“Sent” and “arrived” are the same word.',
        opportunity: 'A mark when the other bank has it.',
        front_stage: 'App, monthly statement.',
        back_stage: 'The scheme reports arrival; nobody reads it out.',
      },
      touchpoints: [
        { name: 'Notification of a payment', factor: 'motivator', emotion: 2, asked: 164 },
        { name: 'Monthly statement', emotion: 0 },
      ],
    },
  ],
  future: {
    cells: {
      Paying: {
        doing: 'Confirms once when something is new, and not at all when it is not.',
        pain: 'Older phones still ask twice.',
      },
      'Something is held up': {
        scenario: 'The deposit is held, the phone says so, with a reason and a time.',
        doing: 'Answers two questions in the app; the payment leaves.',
        thinking: 'Good that they look.',
        pain: 'One in ten still needs a call.',
        front_stage: 'App first, the fraud desk for the rest.',
        back_stage: 'The queue is worked off by what is due first.',
      },
      'Knowing that it arrived': {
        thinking: 'It is there.',
        pain: 'Some banks report arrival only the next day.',
      },
    },
    touchpoints: { 'Something is held up': ['Held payment with a reason and a time'] },
  },
};
