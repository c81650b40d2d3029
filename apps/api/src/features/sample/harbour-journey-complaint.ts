import type { SampleJourney } from './sample-journey.js';

/** When something went wrong. */
export const COMPLAINT: SampleJourney = {
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
      touchpoints: [
        { name: 'Find an answer in the help pages', factor: 'inhibitor', emotion: -2, asked: 63 },
        { name: 'Post about us on social media', emotion: -2 },
      ],
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
        { name: 'Ask to be called back', factor: 'motivator', emotion: 1, asked: 39 },
        { name: 'Chat with an adviser', factor: 'inhibitor', emotion: -1, asked: 84 },
        { name: 'Branch counter', factor: 'motivator', emotion: 1, asked: 45 },
        { name: 'Help from the lobby host', factor: 'motivator', emotion: 2, asked: 33 },
        { name: 'Complaint by letter', emotion: -1 },
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
      evidence: { doing: ['measured', 70, 'Telephone system: every third complaint is followed by a call'] },
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
      touchpoints: [
        { name: 'Decision on a complaint', factor: 'key_moment', emotion: -1, asked: 71 },
        { name: 'Monthly statement', emotion: 1 },
      ],
    },
  ],
  future: {
    cells: {
      'Something went wrong': {
        doing: 'Touches the payment and says what is wrong with it.',
        pain: 'Whoever has no app still looks for a number.',
        front_stage: 'App; the help pages lead into it.',
      },
      'Telling the bank': {
        doing: 'Tells it once; whoever takes the call has it on the screen.',
        thinking: 'They know already what it is about.',
        pain: 'At the month’s end the queue is as long as ever.',
        back_stage: 'One case that both lines write into.',
      },
      Waiting: {
        scenario: 'A word every third day, with a date.',
        doing: 'Does not call.',
        thinking: 'They are at it.',
        pain: 'Some find three days too often, others too seldom.',
      },
      'The answer': {
        scenario: 'A call by whoever decided, then half a page.',
        pain: 'A no stays a no, however well it is said.',
        front_stage: 'The person who decided.',
      },
    },
    touchpoints: {
      'Something went wrong': ['Say in the app that something is wrong'],
      Waiting: ['A word every third day'],
    },
  },
};
