import type { SampleJourney } from './sample-journey.js';

/** The largest sum most customers ever talk to a bank about. */
export const MORTGAGE: SampleJourney = {
  name: 'Mortgage',
  summary: 'From the first sum on a napkin to the keys, and to the day on which the rate ends.',
  persona: 'First home buyers',
  product: 'Mortgage',
  stages: [
    {
      name: 'Dreaming and reckoning',
      lifecycle: 'awareness',
      cells: {
        scenario: 'The flat is too small since there are three of them.',
        doing: 'Look at homes in the evening, try three calculators.',
        thinking: 'What can we afford without being afraid?',
        expectation: 'A number one can trust, without leaving a telephone number.',
        pain: 'The example on the page is for a salary they will never have.',
        opportunity: 'Begin with their rent, not with our rates.',
        front_stage: 'Web pages, calculator.',
        back_stage: 'Rates come from Treasury every morning.',
      },
      touchpoints: [
        { name: 'Mortgage pages and rates', factor: 'inhibitor', emotion: -1, asked: 58 },
        { name: 'Mortgage calculator', factor: 'motivator', emotion: 2, asked: 83 },
      ],
    },
    {
      name: 'Getting advice',
      lifecycle: 'consideration',
      cells: {
        scenario: 'There is a home they want; the agent asks for proof.',
        doing: 'Book a talk, wait nine days, bring everything they think is needed.',
        thinking: 'Will they take us seriously?',
        expectation: 'Somebody who explains it and does not sell it.',
        pain: 'Nine days until the first free hour; the home may be gone.',
        opportunity: 'The first half hour by video, the same evening.',
        front_stage: 'Adviser in the branch.',
        back_stage: 'The adviser enters everything anew after the talk.',
        support: 'Appointment system of the branches.',
      },
      evidence: {
        pain: ['measured', 50, 'Appointment system, median of the last quarter'],
        expectation: ['observed', 120, '12 couples, four evenings'],
      },
      touchpoints: [
        { name: 'Book a talk with an adviser', factor: 'inhibitor', emotion: -2, asked: 41 },
        { name: 'First mortgage talk', factor: 'key_moment', emotion: 3, asked: 126 },
        { name: 'Mortgage in principle', factor: 'motivator', emotion: 2, asked: 60 },
      ],
    },
    {
      name: 'Handing in the papers',
      lifecycle: 'decision',
      cells: {
        scenario: 'Payslips, plans, the land register, a letter from the employer.',
        doing: 'Scan at work, send by mail, send again when asked.',
        thinking: 'Did nobody open the attachment?',
        expectation: 'One list, and a tick behind what has come.',
        pain: 'Every third application is asked twice for the same paper.',
        opportunity: 'One list in the app that everybody works from.',
        front_stage: 'A mailbox with the name of a department.',
        back_stage: 'Papers are printed, sorted and scanned again.',
        support: 'Scanning service in another city.',
      },
      evidence: { pain: ['measured', 50, 'Loan system: 34 of 100 applications'] },
      touchpoints: [
        { name: 'Send in the mortgage papers', factor: 'inhibitor', emotion: -3, asked: 109 },
        { name: 'Valuation of the home', emotion: -1, asked: 38 },
      ],
    },
    {
      name: 'Waiting for the decision',
      lifecycle: 'decision',
      cells: {
        scenario: 'Four weeks, and the seller has another interested party.',
        doing: 'Call every Monday to ask how it stands.',
        thinking: 'No news is bad news.',
        expectation: 'A date, and a word when it slips.',
        pain: 'Whoever takes the call sees no more than they do.',
        opportunity: 'Each step with a date, where they look every day anyway.',
        front_stage: 'Contact centre, adviser.',
        back_stage: 'Risk asks Processing, Processing asks the surveyor.',
        support: 'Loan system without a view for anybody else.',
      },
      touchpoints: [
        { name: 'Where is my mortgage?', factor: 'inhibitor', emotion: -3, asked: 92 },
        { name: 'Mortgage decision', factor: 'key_moment', emotion: 3, asked: 88 },
      ],
    },
    {
      name: 'Signing and moving in',
      lifecycle: 'purchase',
      cells: {
        scenario: 'Forty pages on the table, the moving van is booked.',
        doing: 'Read the sum, the rate and the last page; sign.',
        thinking: 'Thirty years. And what if?',
        expectation: 'That the money is there on the day.',
        pain: 'The offer sounds like a threat.',
        opportunity: 'One page first: what it costs, what may change, whom to call.',
        front_stage: 'Adviser; solicitor.',
        back_stage: 'Payout is released by hand, by noon.',
      },
      touchpoints: [
        { name: 'Mortgage offer', factor: 'inhibitor', emotion: -1, asked: 47 },
        { name: 'Sign the mortgage', emotion: 1 },
        { name: 'Money for the keys', factor: 'key_moment', emotion: 3, asked: 81 },
      ],
    },
    {
      name: 'Living with it',
      lifecycle: 'after_sales',
      cells: {
        scenario: 'Four years later a letter: the rate ends in six months.',
        doing: 'Compare, find better, call.',
        thinking: 'New customers get a better rate than we do.',
        expectation: 'To be asked to stay.',
        pain: 'The letter offers the standard rate.',
        opportunity: 'The adviser of then calls with an offer of now.',
        front_stage: 'A letter.',
        back_stage: 'A print run, every month.',
      },
      touchpoints: [{ name: 'End of the fixed rate', factor: 'inhibitor', emotion: -2 }],
      confirmedDaysAgo: 265,
    },
  ],
  future: {
    cells: {
      'Getting advice': {
        doing: 'Talk the same evening, by video, from the kitchen table.',
        pain: 'Some things are easier said across a real table.',
        front_stage: 'Adviser by video, branch for whoever wants it.',
      },
      'Handing in the papers': {
        doing: 'Photograph what the list asks for; tick after tick.',
        thinking: 'Two to go.',
        pain: 'The land register still comes by post.',
        back_stage: 'Papers are read once, where they arrive.',
      },
      'Waiting for the decision': {
        scenario: 'Ten days, and every step has its date.',
        doing: 'Look in the app instead of calling.',
        thinking: 'Thursday, they say.',
        pain: 'A date that slips hurts more than none.',
      },
    },
    touchpoints: {
      'Getting advice': ['Advice by video'],
      'Handing in the papers': ['Hand in mortgage papers once'],
      'Waiting for the decision': ['Follow the mortgage in the app'],
    },
  },
};
