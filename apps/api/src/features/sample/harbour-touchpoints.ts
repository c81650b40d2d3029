import type { TouchpointInput } from '../touchpoints/index.js';
import type { HARBOUR_BANK } from './harbour-bank.js';

type TeamName = (typeof HARBOUR_BANK.teams)[number]['name'];
type Check = 'kept' | 'broken' | null;

export interface SampleTouchpoint extends Pick<TouchpointInput, 'channel' | 'existence' | 'serviceLevel'> {
  readonly name: string;
  readonly description: string;
  /** Waiting, annoyance, puzzling, repeating. */
  readonly donts: readonly [Check, Check, Check, Check];
  readonly accountable?: TeamName;
  /** The day on which the accountable team stops, where that is known. */
  readonly until?: string;
  readonly responsible?: readonly TeamName[];
  readonly consulted?: readonly TeamName[];
  readonly informed?: readonly TeamName[];
}

/** Since when the bank keeps track of who answers for what. */
export const OWNED_SINCE = '2024-01-01';

/** Digital becomes one house: what customers do in browser and app alike goes to one team. */
export const REORGANISATION = {
  day: '2026-04-01',
  from: 'Online Banking',
  to: 'Mobile App',
  touchpoints: [
    'Sign in and confirm',
    'Transfer to a new payee',
    'Freeze or replace a card',
    'Find an answer in the help pages',
  ],
} as const;

const touchpoint = (
  name: string,
  channel: SampleTouchpoint['channel'],
  description: string,
  donts: SampleTouchpoint['donts'],
  owners: Pick<SampleTouchpoint, 'accountable' | 'until' | 'responsible' | 'consulted' | 'informed'>,
  serviceLevel: SampleTouchpoint['serviceLevel'] = 'satisfying',
  existence: SampleTouchpoint['existence'] = 'existing',
): SampleTouchpoint => ({ name, channel, description, donts, serviceLevel, existence, ...owners });

const K = 'kept';
const B = 'broken';

/** Where customers meet Harbour Bank. A few have nobody who answers for them, as in every real bank. */
export const HARBOUR_TOUCHPOINTS: readonly SampleTouchpoint[] = [
  // Opening an account
  touchpoint('Compare accounts', 'web', 'The page on which four current accounts stand side by side.', [K, K, B, K], {
    accountable: 'Online Banking',
    consulted: ['Experience Design', 'Customer Research'],
  }),
  touchpoint(
    'Open an account in the app',
    'app',
    'Ten screens from the first name to the account number.',
    [K, K, K, B],
    { accountable: 'Mobile App', responsible: ['Mobile App'], consulted: ['Experience Design'] },
    'delightful',
  ),
  touchpoint(
    'Identity check by video',
    'app',
    'A partner looks at the document and the face; evenings are busy.',
    [B, K, K, K],
    { accountable: 'Mobile App', responsible: ['Platform Engineering'], informed: ['Contact Centre'] },
    'basic',
  ),
  touchpoint(
    'Open an account at the branch',
    'branch',
    'An appointment of forty minutes with papers to sign.',
    [B, K, K, B],
    { accountable: 'Branch Service', responsible: ['Branch Service'], consulted: ['Branch Design'] },
  ),
  touchpoint('Welcome letter', 'post', 'Account number, terms and a leaflet.', [K, K, B, K], {
    accountable: 'Branch Service',
    until: '2027-04-01',
    consulted: ['Experience Design'],
  }),
  touchpoint('Card arrives by post', 'post', 'Five to eight working days after the account is open.', [B, K, K, K], {
    accountable: 'Payments Operations',
    informed: ['Contact Centre'],
  }),
  touchpoint('PIN arrives by post', 'post', 'A second letter, days after the card.', [B, B, K, K], {}, 'basic'),
  // Everyday payments
  touchpoint(
    'Sign in and confirm',
    'web',
    'Password and a confirmation on the phone.',
    [K, B, K, K],
    {
      accountable: 'Online Banking',
      responsible: ['Platform Engineering'],
      consulted: ['Experience Design'],
      informed: ['Contact Centre'],
    },
    'basic',
  ),
  touchpoint('Transfer to a new payee', 'web', 'IBAN, name check and confirmation.', [K, K, B, K], {
    accountable: 'Online Banking',
    responsible: ['Payments Operations'],
  }),
  touchpoint(
    'Pay with the phone',
    'app',
    'Hold it to the till.',
    [K, K, K, K],
    { accountable: 'Mobile App', responsible: ['Mobile App'] },
    'delightful',
  ),
  touchpoint('Cash machine', 'self_service', 'Withdraw and pay in, day and night.', [B, K, K, K], {
    accountable: 'Branch Service',
    responsible: ['Payments Operations'],
  }),
  touchpoint('Branch counter', 'branch', 'The place to ask when nothing else helped.', [B, K, K, null], {
    accountable: 'Branch Service',
    responsible: ['Branch Service'],
    consulted: ['Branch Design'],
  }),
  touchpoint('Freeze or replace a card', 'web', 'For when the wallet is gone.', [K, K, K, K], {
    accountable: 'Online Banking',
    informed: ['Contact Centre'],
  }),
  touchpoint('Monthly statement', 'email', 'A note that the statement is there, with a link.', [K, null, null, K], {
    accountable: 'Online Banking',
  }),
  touchpoint('Payment is held for a check', 'phone', 'The bank calls before it lets a payment go.', [B, B, K, B], {
    accountable: 'Payments Operations',
    responsible: ['Contact Centre'],
    consulted: ['Complaints'],
  }),
  // Mortgage
  touchpoint('Mortgage calculator', 'web', 'How much house the income carries.', [K, K, K, K], {
    accountable: 'Mortgage Advice',
    responsible: ['Online Banking'],
  }),
  touchpoint(
    'First mortgage talk',
    'branch',
    'An adviser, an hour, and a first rate.',
    [B, K, K, K],
    { accountable: 'Mortgage Advice', responsible: ['Mortgage Advice'], informed: ['Branch Service'] },
    'delightful',
  ),
  touchpoint('Send in the mortgage papers', 'email', 'Payslips, plans, land register, often twice.', [K, B, B, B], {
    accountable: 'Mortgage Processing',
    responsible: ['Mortgage Processing'],
    informed: ['Mortgage Advice'],
  }),
  touchpoint('Where is my mortgage?', 'phone', 'Calls between the papers and the decision.', [B, B, null, B], {
    accountable: 'Mortgage Processing',
    responsible: ['Contact Centre', 'Mortgage Advice'],
  }),
  touchpoint(
    'Follow the mortgage in the app',
    'app',
    'Each step with a date, so that nobody has to call.',
    [null, null, null, null],
    { accountable: 'Mobile App', consulted: ['Mortgage Processing'] },
    'unexpected',
    'future',
  ),
  // Complaints and help
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
  touchpoint(
    'Advice by video',
    'chat',
    'The mortgage adviser on the kitchen table; planned, not decided.',
    [null, null, null, null],
    { consulted: ['Mortgage Advice', 'Branch Service'] },
    'unexpected',
    'future',
  ),
];
