import type { SamplePainPoint } from './sample-pain-point.js';

const FIRST = ['First earner'];

/** What goes wrong between the wish for an account and the first salary on it. */
export const OPENING_PAIN_POINTS: readonly SamplePainPoint[] = [
  {
    key: 'address-twice',
    title: 'The address has to be typed twice',
    description: 'Screen three asks where people live, screen seven asks again, and neither knows of the other.',
    touchpoints: ['Open an account in the app'],
    personas: FIRST,
    severity: [2, 'Annoys, costs two minutes; hardly anybody leaves for it alone.'],
    frequency: [1900, 1900, 'Application log: everybody passes both screens.'],
    state: 'fixed',
  },
  {
    key: 'form-lost',
    title: 'An interrupted application begins anew',
    description: 'Whoever leaves the form for a call, a bus or a tax number finds it empty afterwards.',
    touchpoints: ['Open an account in the app'],
    personas: FIRST,
    severity: [4, 'Of those who were interrupted two in three never came back (application log, eight weeks).'],
    frequency: [438, 1900, 'Application log, four weeks: sessions that ended between screens three and nine.'],
    state: 'fixed',
    causes: `
      The form lives in the memory of the phone only | Code of the application form
        What was typed is sent at the end, in one piece
          The core system takes finished applications only
            * Nobody had asked for a place where unfinished ones may lie | Minutes of the form project, three years back
        Compliance does not want half applications kept
          * Nobody ever asked for how long they may be kept | Asked in the workshop: thirty days are fine
    `,
  },
  {
    key: 'tax-words',
    title: 'Nobody knows what tax residency means',
    description: 'A word of the law stands on the screen alone, without an example and without a way to go on.',
    touchpoints: ['Open an account in the app'],
    personas: FIRST,
    severity: [3, 'Three of five interviewees left the app to look it up; one did not come back.'],
    frequency: [560, 1900, 'Application log: longer than a minute on that screen.'],
    state: 'planned',
  },
  {
    key: 'video-evening',
    title: 'No video agent after eight in the evening',
    description: 'People open accounts after work, and the agents’ day ends when theirs begins.',
    touchpoints: ['Identity check by video'],
    personas: FIRST,
    severity: [4, 'Every second one who came too late did not come again within a week.'],
    frequency: [231, 1240, 'Identity provider: calls that were begun after 19:30.'],
    state: 'fixed',
  },
  {
    key: 'video-light',
    title: 'The video check fails because of the light',
    description: 'Passport and face have to be seen at once; at home in the evening that takes several tries.',
    touchpoints: ['Identity check by video'],
    personas: FIRST,
    severity: [4, 'The worst-rated step of the journey: emotion −3, 187 asked.'],
    frequency: [322, 1240, 'Identity provider: checks without a result, four weeks.'],
    state: 'fixed',
    causes: `
      The agent cannot see the hologram
        The picture is too dark or too bright
          The app says nothing about light before the call
          * A picture is needed at all, although the passport has a chip | Nine of ten passports since 2010
        The upload of the customer is slow
          The video has one quality for every line
    `,
  },
  {
    key: 'upload-unreadable',
    title: 'Photos of documents are refused without a reason',
    description: 'Five photos go up together; if one is refused all are, and nobody says which and why.',
    touchpoints: ['Upload a document'],
    personas: FIRST,
    severity: [3, 'Two tries more on average; one in nine gives up at this step.'],
    frequency: [207, 1240, 'Application log: refused uploads, four weeks.'],
    state: 'confirmed',
    causes: `
      The check answers yes or no
        The scanner’s reason is thrown away by our own service | Log of the upload service
          * Reasons come in the scanner’s words, and nobody has translated them
      Large photos are refused
        * The limit of 10 MB is older than the cameras of today | Set six years ago
    `,
  },
  {
    key: 'fees-pdf',
    title: 'The fees stand on page seven of a PDF',
    description: 'The one number that everybody looks for is in a table of a document made for print.',
    touchpoints: ['Read the terms and the fees', 'Compare accounts'],
    personas: FIRST,
    severity: [2, 'Makes people doubt; most go on all the same.'],
    frequency: [47, 60, 'Usability test: could not name the monthly fee after three minutes.'],
    state: 'planned',
  },
  {
    key: 'card-slow',
    title: 'The card takes more than a week',
    description: 'The account is there in a day, and for eight more nobody can pay with it.',
    touchpoints: ['Card arrives by post'],
    personas: FIRST,
    severity: [3, 'First payments go on with the old bank’s card; some stay with it.'],
    frequency: [610, 1100, 'Card manufacturer: delivered after the sixth working day.'],
    state: 'planned',
    causes: `
      Cards are made twice a week
        The contract with the manufacturer is by batch
          * It was signed when cards were sold at the counter | Contract of 2014, runs out next summer
      Post takes three days and is not followed
        * Nobody here sees a card once it has left the house
    `,
  },
  {
    key: 'pin-apart',
    title: 'The PIN comes days after the card',
    description: 'A second letter that looks like advertising carries the number without which the first is useless.',
    touchpoints: ['PIN arrives by post'],
    personas: FIRST,
    severity: [3, 'Six working days more for whoever throws the letter away.'],
    frequency: [96, 1100, 'New PIN letters ordered within the first month.'],
    state: 'planned',
  },
  {
    key: 'salary-move',
    title: 'Moving the salary is left to the customer',
    description: 'Customers mean to bring their salary and are handed an empty form for their employer.',
    touchpoints: ['Move the salary and standing orders', 'Welcome call'],
    personas: FIRST,
    severity: [4, 'Without the salary the account stays a second account; it is what the goal is about.'],
    frequency: [252, 420, 'Core banking: new accounts without a salary after ninety days, per week.'],
    state: 'fixed',
    causes: `
      Customers do not send the form
        It has to be printed and stamped
          * Employers accept a mail as well; our form says otherwise | Eleven of twelve employers asked
        Nobody reminds them
          The welcome call is made when there is time
            * It stands in nobody’s plan
    `,
  },
  {
    key: 'heavy-paper',
    kind: 'false_highlight',
    title: 'The welcome letter on heavy paper',
    description:
      'The bank is proud of it and shows it to visitors; customers look for the account number and throw it away.',
    touchpoints: ['Welcome letter'],
    personas: FIRST,
    severity: [1, 'Harms nobody; costs 71,000 pounds a year.'],
    frequency: [7, 8, 'Interviews: could not say what stood in the letter.'],
    state: 'confirmed',
  },
];
