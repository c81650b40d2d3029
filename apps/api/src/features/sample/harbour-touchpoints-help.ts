import { BROKEN as B, KEPT as K, PLAN_LEFT_BEHIND, type SampleTouchpoint, touchpoint } from './sample-touchpoint.js';

/** Where customers turn when something is unclear or went wrong. */
export const HELP_TOUCHPOINTS: readonly SampleTouchpoint[] = [
  touchpoint('Find an answer in the help pages', 'web', 'Four hundred articles and a search.', [K, K, B, K], {
    accountable: 'Online Banking',
    responsible: ['Contact Centre'],
  }),
  touchpoint('Call the contact centre', 'phone', 'A menu, a queue, a person.', [B, B, B, B], {
    accountable: 'Contact Centre',
    responsible: ['Contact Centre'],
  }),
  touchpoint('First answer to a complaint', 'email', 'Within two working days, by name.', [B, K, K, B], {
    accountable: 'Complaints',
    responsible: ['Complaints', 'Contact Centre'],
    informed: ['Branch Service'],
  }),
  touchpoint('Chat with an adviser', 'chat', 'Two lines, then a pause while the adviser reads up.', [B, K, K, B], {
    accountable: 'Contact Centre',
    responsible: ['Contact Centre'],
    consulted: ['Online Banking'],
  }),
  touchpoint('Ask to be called back', 'web', 'Pick an hour; four in five calls come within it.', [K, K, K, B], {
    accountable: 'Contact Centre',
    responsible: ['Contact Centre'],
  }),
  touchpoint(
    'Help from the lobby host',
    'branch',
    'Somebody at the door who asks what it is about.',
    [K, K, K, K],
    { accountable: 'Branch Service', responsible: ['Branch Service'], consulted: ['Branch Design'] },
    'delightful',
  ),
  touchpoint(
    'Post about us on social media',
    'social',
    'Answered by name within two hours, in the day.',
    [K, K, K, B],
    { accountable: 'Contact Centre', consulted: ['Complaints'] },
  ),
  touchpoint(
    'Complaint by letter',
    'post',
    'Opened, scanned and entered by hand.',
    [B, K, K, K],
    { accountable: 'Complaints', responsible: ['Complaints'] },
    'basic',
  ),
  touchpoint(
    'Decision on a complaint',
    'post',
    'A letter with the sum, the reason and three paragraphs of terms.',
    [B, K, B, K],
    { accountable: 'Complaints', responsible: ['Complaints'], informed: ['Contact Centre', 'Branch Service'] },
  ),
  touchpoint(
    'Say in the app that something is wrong',
    'app',
    'Beside every payment, with what is known of it already filled in.',
    [null, null, null, null],
    { accountable: 'Mobile App', until: PLAN_LEFT_BEHIND, consulted: ['Complaints', 'Contact Centre'] },
    'unexpected',
    'future',
  ),
  touchpoint(
    'A word every third day',
    'email',
    'How the complaint stands, also when there is nothing new.',
    [null, null, null, null],
    { accountable: 'Complaints', consulted: ['Experience Design'] },
    'satisfying',
    'future',
  ),
];
