import type { SamplePainPoint } from './sample-pain-point.js';

const PARENT = ['Busy parent'];

/** What stands in the way of paying. */
export const PAYMENT_PAIN_POINTS: readonly SamplePainPoint[] = [
  {
    key: 'two-codes',
    title: 'A new payee takes two codes',
    description: 'One for the payee, one for the payment, by two ways, within one minute and for one purpose.',
    touchpoints: ['Transfer to a new payee'],
    personas: PARENT,
    severity: [3, 'One in twelve gives up and pays otherwise (payment log).'],
    frequency: [8200, 97000, 'Payment log, four weeks: payments to somebody new.'],
    state: 'planned',
  },
  {
    key: 'held-no-reason',
    title: 'A held payment comes without a reason',
    description: '“In progress” says nothing: not that it is held, not why, not until when, not what helps.',
    touchpoints: ['Payment is held for a check'],
    personas: PARENT,
    severity: [5, 'Deposits and rents fail; the most frequent cause of complaints with redress.'],
    frequency: [1180, 1570000, 'Fraud desk: payments that were held, of all payments in four weeks.'],
    state: 'planned',
  },
  {
    key: 'held-call-late',
    title: 'The bank calls hours later, from a number nobody can call back',
    description: 'The queue is worked off by amount; who needs the money today waits behind who does not.',
    touchpoints: ['Payment is held for a check', 'Confirm an unusual payment'],
    personas: PARENT,
    severity: [4, 'Eighteen interviews in two autumns: what hurts is the waiting, not the check.'],
    frequency: [640, 1180, 'Fraud desk: called later than three hours.'],
    state: 'fixed',
    causes: `
      The call comes after hours
        The queue is sorted by amount
          The fraud engine hands over amount and score, and no due time
            * Nobody told the engine’s maker that due times exist | Interface of 2019
      The call cannot be returned
        * Fraud calls leave through a line that takes no calls | Telephone system
    `,
  },
  {
    key: 'sent-arrived',
    title: '“Sent” and “arrived” are the same word',
    description: 'The green tick says that the money has left; whether it is there nobody says.',
    touchpoints: ['Notification of a payment', 'Balance and recent payments'],
    personas: PARENT,
    severity: [2, 'Costs calls and screenshots; money is never lost.'],
    frequency: [310, 2150, 'Contact centre: calls of one Monday that asked whether a payment had arrived.'],
    state: 'confirmed',
  },
  {
    key: 'fee-abroad',
    title: 'What paying abroad costs is said afterwards',
    description: 'Rate and fee stand on the statement, weeks after the ice cream.',
    touchpoints: ['Pay abroad'],
    personas: PARENT,
    severity: [3, 'People switch to another card for holidays, and some for good.'],
    frequency: [41, 44, 'Asked after a journey: did not know what a payment had cost.'],
    state: 'planned',
  },
  {
    key: 'notify-off',
    title: 'Notifications are off until somebody finds the switch',
    description: 'What most would like to be told is three menus deep and nobody asks.',
    touchpoints: ['Notification of a payment'],
    personas: PARENT,
    severity: [2, 'Nothing breaks; a delight that hardly anybody has.'],
    frequency: [11, 14, 'Interviews: did not know that there are any, and wanted them at once.'],
    state: 'fixed',
  },
  {
    key: 'weekend-cards',
    title: 'Card payments of the weekend show on Tuesday',
    description:
      'Card payments are booked in two runs a day, on working days; the balance of a Sunday is that of Friday.',
    touchpoints: ['Balance and recent payments'],
    personas: PARENT,
    severity: [3, 'Leads to overdrafts that nobody meant.'],
    frequency: [74, 1000, 'Core banking: accounts overdrawn on a Monday because of card payments of the weekend.'],
    state: 'confirmed',
  },
  {
    key: 'standing-first-day',
    title: 'A standing order starts a month later than meant',
    description: 'The first day is taken from the day after next, without a word, when the field is left empty.',
    touchpoints: ['Set up a standing order'],
    personas: PARENT,
    severity: [2, 'A reminder with a fee, now and then.'],
    frequency: [52, 640, 'New standing orders that were changed within two days.'],
    state: 'dismissed',
    reason:
      'The form is replaced as a whole in the new payments engine; the new one shows the first day. Looked at again after that.',
  },
  {
    key: 'machine-empty',
    title: 'Cash machines are out of order at weekends',
    description: 'Machines that run empty or jam on Friday evening stay so until Monday, because nobody watches them.',
    touchpoints: ['Cash machine', 'Pay in cash at the machine'],
    personas: PARENT,
    severity: [3, 'People drive to three machines; those who live on cash go without.'],
    frequency: [19, 62, 'Machine monitoring: machines with more than two hours of failure on a Saturday.'],
    state: 'fixed',
    causes: `
      The machine fails on Friday evening and is mended on Monday
        Nobody sees it
          The control room ends at six
            * Weekends are in no contract | Service contract, annex 2
        The contractor fills on Tuesdays and Fridays only
          * Filling follows the calendar and not the cash
    `,
  },
  {
    key: 'new-phone',
    title: 'A new phone locks people out',
    description: 'The old phone has to confirm the new one; if it is lost a letter does, in six days.',
    touchpoints: ['Sign in and confirm'],
    personas: PARENT,
    severity: [5, 'Six days without one’s own money; two complaints were upheld by the ombudsman.'],
    frequency: [380, 64000, 'Letters with a code to customers of the app, four weeks.'],
    state: 'confirmed',
  },
  {
    key: 'forty-categories',
    kind: 'false_highlight',
    title: 'A spending overview with forty categories',
    description: 'Won a prize. What people want to know is what is left until the next salary.',
    touchpoints: ['Spending overview'],
    personas: PARENT,
    severity: [1, 'Nobody suffers from it; two developers keep it up.'],
    frequency: [9, 9, 'Interviews: had not opened it in the last month.'],
    state: 'new',
  },
];
