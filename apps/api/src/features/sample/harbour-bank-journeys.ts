import type { LifecycleStage, PlacementFactor, TextLane } from '@touchstone/domain';

/** A touchpoint of the sample library, standing in a stage. */
export interface SamplePlacement {
  readonly name: string;
  readonly factor?: PlacementFactor;
  readonly emotion?: number;
  /** How many customers were asked; without it the emotion was judged in a workshop. */
  readonly asked?: number;
}

export interface SampleStage {
  readonly name: string;
  readonly lifecycle: LifecycleStage;
  readonly cells: Readonly<Partial<Record<TextLane, string>>>;
  readonly touchpoints: readonly SamplePlacement[];
}

export interface SampleJourney {
  readonly name: string;
  readonly summary: string;
  readonly persona: string;
  readonly product: string;
  readonly stages: readonly SampleStage[];
  /** What the future state says otherwise, stage by stage. */
  readonly future?: Readonly<Record<string, Readonly<Partial<Record<TextLane, string>>>>>;
}

export const SAMPLE_JUDGE = 'Journey workshop, spring 2026';

export const SAMPLE_PERSONAS = [
  { name: 'First earner', description: 'Just started work, does everything on the phone, has never had a loan.' },
  {
    name: 'Let-down regular',
    description: 'With the bank for ten years, rarely calls, and expects to be known when it happens.',
  },
] as const;

export const SAMPLE_PRODUCTS = ['Current account', 'Customer service'] as const;

/** What Harbour Bank's customers go through, as its programme office wrote it down. */
export const HARBOUR_BANK_JOURNEYS: readonly SampleJourney[] = [
  {
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
        touchpoints: [{ name: 'Compare accounts', factor: 'inhibitor', emotion: -1, asked: 52 }],
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
          { name: 'Cash machine', emotion: 1 },
        ],
      },
    ],
    future: {
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
  },
  {
    name: 'Complaint',
    summary: 'From the moment something went wrong to the moment it is put right – or not.',
    persona: 'Let-down regular',
    product: 'Customer service',
    stages: [
      {
        name: 'Something went wrong',
        lifecycle: 'after_sales',
        cells: {
          scenario: 'A standing order was paid twice; the account is overdrawn.',
          doing: 'Looks through the app, then searches for a number.',
          thinking: 'Whom do I tell?',
          expectation: 'That the bank has noticed before I did.',
          pain: 'The app has no place to say that a payment is wrong.',
          opportunity: '“Something is wrong with this” beside every payment.',
        },
        touchpoints: [{ name: 'Find an answer in the help pages', factor: 'inhibitor', emotion: -2, asked: 63 }],
      },
      {
        name: 'Telling the bank',
        lifecycle: 'after_sales',
        cells: {
          scenario: 'Calls in the lunch break.',
          doing: 'Waits nine minutes, tells it to two people.',
          thinking: 'I said that already.',
          expectation: 'To tell it once to somebody who can do something.',
          pain: 'The second line does not see what the first wrote down.',
          opportunity: 'One case that travels with the customer.',
          front_stage: 'Contact centre, first and second line.',
          back_stage: 'Notes stay in two systems.',
        },
        touchpoints: [
          { name: 'Call the contact centre', factor: 'key_moment', emotion: -3, asked: 118 },
          { name: 'Branch counter', factor: 'motivator', emotion: 1, asked: 45 },
        ],
      },
      {
        name: 'Waiting',
        lifecycle: 'after_sales',
        cells: {
          scenario: 'A first answer by name, then two weeks without a word.',
          doing: 'Calls again to ask how it stands.',
          thinking: 'They hope that I forget it.',
          expectation: 'A date, and a word when it slips.',
          pain: 'Nobody writes again before the decision is made.',
          opportunity: 'A message every third day, also when there is nothing new.',
          back_stage: 'Complaints and Payments Operations pass the case to and fro.',
          support: 'Legal looks at everything above 500 pounds.',
        },
        touchpoints: [{ name: 'First answer to a complaint', factor: 'motivator', emotion: 1, asked: 57 }],
      },
      {
        name: 'The answer',
        lifecycle: 'after_sales',
        cells: {
          scenario: 'The money is back; a letter explains why it happened.',
          doing: 'Reads the first paragraph and the sum.',
          thinking: 'At least that. Will it happen again?',
          expectation: 'An apology that sounds like a person, and the interest.',
          pain: 'The letter quotes three paragraphs of the terms.',
          opportunity: 'A call by whoever decided, then a short letter.',
          front_stage: 'Complaints team.',
        },
        touchpoints: [{ name: 'Monthly statement', factor: 'motivator', emotion: 1 }],
      },
    ],
  },
];
