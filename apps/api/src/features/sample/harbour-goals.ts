import type { SampleGoal, SampleObjective } from './sample-metric.js';

/** What the bank wants, and what its customers should experience for it; one goal has nothing under it yet. */
export const HARBOUR_GOALS = [
  {
    name: 'Become the main bank of every second new customer',
    statement:
      'Half of those who open an account pay their salary into it within ninety days; today it is two in five.',
    dueOn: '2027-12-31',
    objectives: [
      {
        name: 'An account is ready to use before the first coffee is cold',
        statement:
          'Customers open an account in one sitting, on the channel they began with, without being asked twice.',
        domains: ['customer', 'product'],
      },
      {
        name: 'Customers would send a friend to us',
        statement: 'What people tell others about us is what brings the next customer.',
        domains: ['brand', 'customer'],
      },
      {
        name: 'New customers feel welcome in their own words',
        statement: 'Agreed in words only: the research team is to say by spring how it can be asked.',
        domains: ['customer'],
      },
    ],
  },
  {
    name: 'Halve what it costs to put things right',
    statement:
      'Complaints, repeated calls and payments that have to be looked for cost more than all branches together.',
    dueOn: '2027-06-30',
    objectives: [
      {
        name: 'One call is enough',
        statement: 'Whoever calls is helped by the first person they speak to.',
        domains: ['customer', 'employee'],
      },
      {
        name: 'Payments arrive, and one can see that they do',
        statement: 'Nobody has to ask where a payment is.',
        domains: ['product'],
      },
    ],
  },
  {
    name: 'Grow in mortgages without growing arrears',
    statement: 'A quarter more new mortgages by the summer of 2028, with no more late payers than today.',
    dueOn: '2028-06-30',
    objectives: [
      {
        name: 'Home buyers always know where they stand',
        statement: 'One list of papers, each step with a date, and a decision while the home is still to be had.',
        domains: ['customer', 'employee'],
      },
    ],
  },
  {
    name: 'Every second branch becomes a place for advice',
    statement: 'Set by the board in autumn; what customers should experience for it has yet to be worked out.',
    dueOn: '2028-12-31',
    objectives: [],
  },
] as const satisfies readonly SampleGoal[];

/** Somebody works on it, and nobody says what for. */
export const HARBOUR_ORPHAN = {
  name: 'The app never makes people wait',
  statement: 'Begun by the app team two years ago, before goals were set down.',
  domains: ['product'],
} as const satisfies SampleObjective;
