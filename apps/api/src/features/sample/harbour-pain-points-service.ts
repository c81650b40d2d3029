import type { SamplePainPoint } from './sample-pain-point.js';

const REGULAR = ['Let-down regular'];

/** What goes wrong once something has gone wrong, and what several journeys have in common. */
export const SERVICE_PAIN_POINTS: readonly SamplePainPoint[] = [
  {
    key: 'tell-twice',
    title: 'The story has to be told to two people',
    description: 'The second line does not see what the first wrote down, and the third call knows of neither.',
    touchpoints: ['Call the contact centre', 'Chat with an adviser'],
    personas: REGULAR,
    severity: [4, 'Satisfaction with passed-on calls is 31 points lower than with others.'],
    frequency: [610, 2150, 'Telephone system: repeated calls, of all calls of a Monday.'],
    state: 'fixed',
    causes: `
      The second person knows nothing
        The first writes into one system, the second reads another
          Two contact centres were merged, their systems were not | Merger eight years ago
            * Whose system stays was never decided
        Notes are short
          * Calls are measured by their length | Target sheet of the first line
      Whoever calls again reaches somebody else
        * Calls are given to whoever is free, and not to whoever knows
    `,
  },
  {
    key: 'monday-wait',
    title: 'On Mondays the telephone takes twenty minutes',
    description: 'What broke at the weekend calls on Monday morning; as many people answer as on a Thursday.',
    touchpoints: ['Call the contact centre', 'Ask to be called back'],
    personas: REGULAR,
    severity: [3, 'Every fourth caller hangs up.'],
    frequency: [2900, 3100, 'Telephone system: waited longer than three minutes on a Monday between nine and eleven.'],
    state: 'confirmed',
  },
  {
    key: 'silence',
    title: 'After the first answer nobody writes again',
    description: 'A first mail by name within two days, and then nothing until the decision.',
    touchpoints: ['First answer to a complaint', 'Decision on a complaint'],
    personas: REGULAR,
    severity: [4, 'Silence is what most upset those who were interviewed, more than a no.'],
    frequency: [33, 100, 'Telephone system: complaints that are followed by a call.'],
    state: 'planned',
    causes: `
      Nobody writes between receipt and decision
        Clerks write when there is something new
          The procedure says: “inform the customer of progress”
            * Waiting does not count as progress | Procedure 4.2
        The case lies with another department
          * Nobody answers for a case while it travels
    `,
  },
  {
    key: 'letter-terms',
    title: 'The answer to a complaint quotes the terms',
    description: 'The money is back, and the letter makes people angrier than the mistake did.',
    touchpoints: ['Decision on a complaint'],
    personas: REGULAR,
    severity: [3, 'One in five complains again, about the letter.'],
    frequency: [64, 71, 'Asked: the letter did not sound like an apology.'],
    state: 'fixed',
  },
  {
    key: 'help-search',
    title: 'The help pages answer another question',
    description: 'Four hundred articles, of which a hundred are used, and a search that knows our words only.',
    touchpoints: ['Find an answer in the help pages'],
    personas: REGULAR,
    severity: [2, 'People call instead.'],
    frequency: [8, 12, 'Walkthrough: everyday questions without a fitting answer.'],
    state: 'confirmed',
  },
  {
    key: 'chat-pause',
    title: 'The chat falls silent for minutes',
    description: 'Advisers serve four at once and read up meanwhile; then the chat closes “for inactivity”.',
    touchpoints: ['Chat with an adviser'],
    personas: REGULAR,
    state: 'new',
  },
  {
    key: 'callback-missed',
    title: 'One call back in five does not come',
    description: 'An hour is picked, taken off work, and nobody rings.',
    touchpoints: ['Ask to be called back'],
    personas: REGULAR,
    severity: [3, 'A promise that is broken is worse than none.'],
    frequency: [21, 104, 'Telephone system: not called within the hour that was chosen.'],
    state: 'new',
  },
  {
    key: 'counter-queue',
    title: 'At lunch one counter is open',
    description: 'The rota is made for mornings; people come at noon.',
    touchpoints: ['Branch counter', 'Help from the lobby host'],
    personas: REGULAR,
    severity: [2, 'Twenty minutes for a signature.'],
    frequency: [14, 38, 'Branches that had one counter open between twelve and one.'],
    state: 'fixed',
    causes: `
      Colleagues are at lunch when customers come
        The rota is made by head office
          * From counts of 2017, when people came in the morning | Workforce planning
        Breaks are fixed by agreement
          The agreement allows to move them by an hour
            * Nobody asked | Read together with the works council
    `,
  },
  {
    key: 'two-hours-social',
    kind: 'false_highlight',
    title: 'Answers on social media within two hours',
    description:
      'Shown in every report. Whoever has a complaint does not post it, and waits on the telephone meanwhile.',
    touchpoints: ['Post about us on social media'],
    severity: [1, 'Binds four people who are missed on Mondays.'],
    frequency: [12, 12, 'Interviews: none had posted their complaint.'],
    state: 'confirmed',
  },
  {
    key: 'asked-twice',
    kind: 'common',
    title: 'The same thing is asked for twice',
    description:
      'Whatever people have told one part of the bank, the next part asks again: address, income, papers, the story itself.',
    touchpoints: ['Open an account in the app', 'Send in the mortgage papers', 'Call the contact centre'],
    severity: [4, 'Named first in three of four journeys.'],
    frequency: [23, 31, 'Interviews of a year: told of it without being asked.'],
    state: 'planned',
    gathers: ['address-twice', 'papers-twice', 'talk-retyped', 'tell-twice'],
  },
  {
    key: 'no-word',
    kind: 'common',
    title: 'Nobody says how it stands',
    description: 'Applications, payments, complaints: once something is with the bank it is out of sight.',
    touchpoints: ['Where is my mortgage?', 'First answer to a complaint', 'Notification of a payment'],
    severity: [4, 'Every third call asks for nothing but the state of something.'],
    frequency: [700, 2150, 'Contact centre: reasons for calling, one Monday.'],
    state: 'planned',
    gathers: ['no-status', 'valuation-silent', 'silence', 'sent-arrived'],
  },
  {
    key: 'no-reason',
    kind: 'common',
    title: 'A no comes without a reason',
    description: 'Refused photos, held payments: the systems know why, and the screens do not say it.',
    touchpoints: ['Upload a document', 'Payment is held for a check'],
    severity: [4, 'People repeat what cannot work, and then they call.'],
    frequency: [3, 4, 'Reviews of refusals: the reason was known and not shown.'],
    state: 'confirmed',
    gathers: ['upload-unreadable', 'held-no-reason'],
  },
  {
    key: 'our-words',
    kind: 'common',
    title: 'We speak in words of the law',
    description: 'Tax residency, forfeiture, terms: what was written to be safe is read by nobody.',
    touchpoints: ['Read the terms and the fees', 'Mortgage offer', 'Decision on a complaint'],
    state: 'new',
    gathers: ['tax-words', 'fees-pdf', 'offer-threat', 'letter-terms'],
  },
  {
    key: 'by-post',
    kind: 'common',
    title: 'What comes by post comes late',
    description: 'Card, PIN, code for the new phone: an account of a day waits for a letter of a week.',
    touchpoints: ['Card arrives by post', 'PIN arrives by post', 'Sign in and confirm'],
    severity: [3, 'The first week decides whose card is used.'],
    frequency: [540, 1100, 'New customers who could not pay within a week.'],
    state: 'confirmed',
    gathers: ['card-slow', 'pin-apart', 'new-phone'],
  },
  {
    key: 'wait-for-a-person',
    kind: 'common',
    title: 'People wait for a person',
    description: 'Advisers, agents, counters: there are enough of them, at other hours than they are wanted.',
    touchpoints: ['Book a talk with an adviser', 'Call the contact centre', 'Branch counter'],
    state: 'new',
    gathers: ['nine-days', 'video-evening', 'monday-wait', 'counter-queue'],
  },
];
