import type { SampleJourney } from './sample-journey.js';

/** A first account. */
export const ACCOUNT_OPENING: SampleJourney = {
  name: 'Account opening',
  summary: 'From the wish for an account of one’s own to the first payment with the card.',
  persona: 'First earner',
  product: 'Current account',
  stages: [
    {
      name: 'Finding a bank',
      lifecycle: 'awareness',
      cells: {
        scenario: 'The first salary needs an account by the end of the month.',
        doing: 'Asks colleagues, looks at a comparison site.',
        thinking: 'They are all the same; which of them is quick?',
        expectation: 'To see at a glance what it costs and how long it takes.',
        pain: 'The fee table is a PDF of nine pages.',
        opportunity: 'One page that says: free until 26, open in a day.',
        front_stage: 'Product page, comparison sites.',
        back_stage: 'Fees are kept by Pricing and copied by hand.',
      },
      touchpoints: [
        { name: 'Comparison site', emotion: 0 },
        { name: 'Compare accounts', factor: 'inhibitor', emotion: -1, asked: 52 },
        { name: 'Read the terms and the fees', factor: 'inhibitor', emotion: -2, asked: 47 },
        { name: 'Ask a question before opening', factor: 'motivator', emotion: 1 },
      ],
    },
    {
      name: 'Applying',
      lifecycle: 'decision',
      cells: {
        scenario: 'Sits on the sofa in the evening with the phone and the passport.',
        doing: 'Fills in the form, stops at “tax residency”, comes back the next day.',
        thinking: 'Why do they ask twice where I live?',
        expectation: 'Ten minutes, and nothing lost if I am interrupted.',
        pain: 'The address is typed twice; an interrupted form begins anew.',
        opportunity: 'Keep the form for 30 days and go on where it was left.',
        front_stage: 'Application form in the app.',
        back_stage: 'Applications are keyed again into the core system.',
        support: 'Platform Engineering runs the form service.',
      },
      touchpoints: [
        { name: 'Open an account in the app', factor: 'key_moment', emotion: -1, asked: 214 },
        { name: 'Upload a document', factor: 'inhibitor', emotion: -2, asked: 131 },
        { name: 'Open an account at the branch', factor: 'motivator', emotion: 1, asked: 24 },
      ],
    },
    {
      name: 'Proving who I am',
      lifecycle: 'decision',
      cells: {
        scenario: 'A video call with a stranger who wants to see the passport.',
        doing: 'Waits in the queue, moves to better light, tries again.',
        thinking: 'Is it me or is it the app?',
        expectation: 'To be done at any hour, in one go.',
        pain: 'Calls end at 20:00; every fourth has to be repeated because of the light.',
        opportunity: 'Read the chip of the passport with the phone.',
        front_stage: 'Video agent of the contact centre.',
        back_stage: 'Compliance checks the recording the next working day.',
        support: 'Identity provider under contract until 2027.',
      },
      evidence: {
        pain: ['measured', 40, 'Call log of the identity provider, eight weeks'],
        thinking: ['asked', 230, '31 interviews in spring 2026'],
      },
      touchpoints: [{ name: 'Identity check by video', factor: 'inhibitor', emotion: -3, asked: 187 }],
    },
    {
      name: 'Account in hand',
      lifecycle: 'purchase',
      cells: {
        scenario: 'The account exists, the card is on its way.',
        doing: 'Gives the number to the employer, waits for the letter.',
        thinking: 'Has it worked?',
        expectation: 'To pay the same day.',
        pain: 'The card takes six working days, the PIN comes apart from it.',
        opportunity: 'A card in the phone at once, the plastic later.',
        front_stage: 'Welcome letter, card by post.',
        back_stage: 'Cards are made twice a week.',
        support: 'Card manufacturer.',
      },
      touchpoints: [
        { name: 'Welcome letter', factor: 'motivator', emotion: 2, asked: 140 },
        { name: 'Card arrives by post', factor: 'key_moment', emotion: -2, asked: 166 },
        { name: 'PIN arrives by post', factor: 'inhibitor', emotion: -2, asked: 159 },
      ],
    },
    {
      name: 'First weeks',
      lifecycle: 'after_sales',
      cells: {
        scenario: 'The salary arrives, the rent leaves.',
        doing: 'Looks at the balance every morning.',
        thinking: 'This I can live with.',
        expectation: 'To be told when something unusual happens.',
        pain: 'Notifications are off until somebody finds the switch.',
        opportunity: 'Ask once, in the first week, what to be told about.',
        front_stage: 'App, contact centre.',
        back_stage: 'Payments Operations clears what hangs.',
      },
      touchpoints: [
        { name: 'Sign in and confirm', factor: 'key_moment', emotion: 2, asked: 301 },
        { name: 'First money comes in', factor: 'motivator', emotion: 3, asked: 88 },
        { name: 'Welcome call', factor: 'motivator', emotion: 2, asked: 61 },
        { name: 'Move the salary and standing orders', factor: 'inhibitor', emotion: -1, asked: 73 },
      ],
    },
  ],
  future: {
    cells: {
      Applying: {
        doing: 'Fills in the form once; what was typed is there the next day.',
        pain: 'Tax residency is still a word nobody knows.',
        back_stage: 'Applications go straight into the core system.',
      },
      'Proving who I am': {
        scenario: 'At any hour, with the phone held against the passport.',
        doing: 'Reads the chip, takes one picture, is done.',
        pain: 'Older identity cards have no chip: they go to the branch.',
        front_stage: 'Nobody: the app alone, with the branch for whoever needs it.',
      },
      'Account in hand': {
        expectation: 'To pay with the phone within the hour.',
        pain: 'Some shops still take plastic only.',
      },
    },
    touchpoints: { 'Account in hand': ['Card in the phone at once'] },
  },
};
