import type { SamplePainPoint } from './sample-pain-point.js';

const BUYERS = ['First home buyers'];

/** What makes buying a home harder than it is. */
export const MORTGAGE_PAIN_POINTS: readonly SamplePainPoint[] = [
  {
    key: 'nine-days',
    title: 'Nine days until the first talk',
    description: 'The home may be gone before anybody has said what they can afford.',
    touchpoints: ['Book a talk with an adviser'],
    personas: BUYERS,
    severity: [4, 'Four of twelve couples lost a home while they waited.'],
    frequency: [118, 150, 'Appointment system: waited a week or more.'],
    state: 'planned',
    causes: `
      There is no free hour
        Advisers talk in the branch only, in its opening hours
          * Video was tried once, with the wrong cameras | Pilot of 2021, stopped after three weeks
        Half of their time goes into typing
          * Three systems ask for the same income | Watched for two days
    `,
  },
  {
    key: 'papers-twice',
    title: 'The same paper is asked for twice',
    description: 'Papers are printed, sorted, scanned elsewhere and looked for; what is not found is asked for again.',
    touchpoints: ['Send in the mortgage papers'],
    personas: BUYERS,
    severity: [4, 'The step with the lowest ease of all: 3.7 of 7.'],
    frequency: [34, 100, 'Loan system: applications in which a paper was asked for again.'],
    state: 'planned',
    causes: `
      The clerk does not find the paper
        Folders are by the day of arrival
          Scans come back from another city in one file
            * The contract pays by page and not by case
        Large mails lose their attachments
          * The mailbox cuts off at 20 MB, and nobody is told | Mail gateway
      The list differs from clerk to clerk
        * There is no list, only experience | Compared five files
    `,
  },
  {
    key: 'no-status',
    title: 'Nobody can say how the application stands',
    description: 'Customers, advisers and the contact centre look into the same empty field for four weeks.',
    touchpoints: ['Where is my mortgage?'],
    personas: BUYERS,
    severity: [4, 'Two of twelve couples withdrew because they took silence for a no.'],
    frequency: [205, 240, 'Telephone system: applications with at least one call “how does it stand”.'],
    state: 'planned',
  },
  {
    key: 'valuation-silent',
    title: 'Nothing is heard after the valuation',
    description: 'A surveyor comes, measures, leaves; what was found is told with the decision or not at all.',
    touchpoints: ['Valuation of the home'],
    personas: BUYERS,
    severity: [2, 'Worries, and calls; it changes nothing in the outcome.'],
    frequency: [31, 38, 'Asked after the visit: did not know what happens next.'],
    state: 'confirmed',
  },
  {
    key: 'offer-threat',
    title: 'The offer reads like a threat',
    description: 'Forty pages begin with what happens to those who do not pay.',
    touchpoints: ['Mortgage offer'],
    personas: BUYERS,
    severity: [3, 'Offers lie for a week because people are afraid of them.'],
    frequency: [29, 47, 'Asked: read no further than page five.'],
    state: 'fixed',
  },
  {
    key: 'example-rate',
    title: 'The example rate fits nobody',
    description: 'The rate on the page is that of a borrower whom hardly any reader resembles.',
    touchpoints: ['Mortgage pages and rates'],
    personas: BUYERS,
    severity: [2, 'Some feel tricked; nobody decides upon it.'],
    frequency: [36, 58, 'Asked on the page: “this is not for people like me”.'],
    state: 'dismissed',
    reason:
      'The representative example is prescribed down to the wording. The calculator beside it begins with the rent since spring.',
  },
  {
    key: 'loyal-rate',
    title: 'Loyal customers get the worse rate',
    description: 'At the end of the fixed rate a letter offers more than the shop window offers strangers.',
    touchpoints: ['End of the fixed rate'],
    personas: BUYERS,
    severity: [5, 'Three of ten leave; each takes a margin of years along.'],
    frequency: [270, 900, 'Loan system: not renewed within the year.'],
    state: 'planned',
  },
  {
    key: 'talk-retyped',
    title: 'Everything is entered anew after the talk',
    description: 'What customers typed at home is typed twice more by their adviser.',
    touchpoints: ['First mortgage talk'],
    personas: BUYERS,
    state: 'new',
  },
];
