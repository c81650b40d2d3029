import type { Aggregation, Direction, MetricCategory } from '@touchstone/domain';
import { SAMPLE_GOALS } from './harbour-bank-goals.js';

/** A definition as the sample writes it; what is left out is empty. */
export interface SampleDefinition {
  readonly category: MetricCategory;
  readonly aggregation: Aggregation;
  readonly unit: string;
  readonly direction: Direction;
  readonly definition: string;
  readonly scale?: readonly [minimum: number, maximum: number];
  readonly formula?: string;
  readonly thresholds?: readonly [warning: number, critical: number];
  readonly cadenceDays: number;
  readonly source: string;
}

export interface SampleTarget {
  readonly dueOn: string;
  readonly value: number;
  readonly upperValue?: number;
  /** The objective it was agreed for. */
  readonly objective?: string;
}

export interface SampleMetric {
  readonly key: string;
  readonly name: string;
  readonly owner: string;
  readonly definition: SampleDefinition;
  readonly targets?: readonly SampleTarget[];
  readonly objectives?: readonly string[];
  /** Touchpoints it speaks about, by name. */
  readonly touchpoints?: readonly string[];
  /** A later definition, and why the series breaks there. */
  readonly redefined?: { readonly from: string; readonly change: Partial<SampleDefinition>; readonly note: string };
  readonly notes?: readonly { readonly on: string; readonly text: string }[];
}

/** From when the bank keeps its metrics. */
export const MEASURED_SINCE = '2024-12-01';

const perception = (
  aggregation: Aggregation,
  scale: readonly [number, number],
  unit: string,
  definition: string,
  source: string,
): SampleDefinition => ({
  category: 'perception',
  aggregation,
  unit,
  direction: 'higher',
  definition,
  scale,
  cadenceDays: 30,
  source,
});

const state = (
  category: MetricCategory,
  aggregation: Aggregation,
  unit: string,
  direction: Direction,
  definition: string,
  source: string,
  more: Partial<SampleDefinition> = {},
): SampleDefinition => ({ category, aggregation, unit, direction, definition, cadenceDays: 7, source, ...more });

const READY = SAMPLE_GOALS[0].objectives[0].name;
const FRIEND = SAMPLE_GOALS[0].objectives[1].name;
const ONE_CALL = SAMPLE_GOALS[1].objectives[0].name;
const ARRIVE = SAMPLE_GOALS[1].objectives[1].name;

export const SAMPLE_METRICS: readonly SampleMetric[] = [
  {
    key: 'relationship_nps',
    name: 'Recommendation of the bank (NPS)',
    owner: 'Customer Research',
    definition: {
      ...perception(
        'nps',
        [0, 10],
        'points',
        'How likely customers of at least ninety days are to recommend the bank to a friend or colleague.',
        'Relationship survey, every month',
      ),
      thresholds: [30, 20],
    },
    targets: [
      { dueOn: '2026-06-30', value: 34, objective: FRIEND },
      { dueOn: '2027-06-30', value: 42, objective: FRIEND },
    ],
    objectives: [FRIEND],
    notes: [{ on: '2026-02-12', text: 'Card payments failed for five hours; the press reported it for a week.' }],
  },
  {
    key: 'opening_csat',
    name: 'Satisfaction with opening an account',
    owner: 'Online Banking',
    definition: perception(
      'csat',
      [1, 5],
      '%',
      'Share of customers who rate the opening of their account 4 or 5, asked the day after.',
      'Transaction survey, account opening',
    ),
    targets: [{ dueOn: '2027-03-31', value: 85, objective: READY }],
    objectives: [READY],
    touchpoints: ['Open an account in the app', 'Identity check by video'],
  },
  {
    key: 'opening_effort',
    name: 'Ease of opening an account (CES)',
    owner: 'Online Banking',
    definition: perception(
      'ces',
      [1, 7],
      'points',
      'Mean agreement with “The bank made it easy to open my account”.',
      'Transaction survey, account opening',
    ),
    objectives: [READY],
  },
  {
    key: 'branch_csat',
    name: 'Satisfaction with the visit to a branch',
    owner: 'Branch Service',
    definition: perception(
      'csat',
      [1, 5],
      '%',
      'Share of visitors who rate their visit 4 or 5 on the terminal at the exit or by message.',
      'Branch exit survey',
    ),
    targets: [{ dueOn: '2026-12-31', value: 88 }],
    touchpoints: ['Branch counter', 'Open an account at the branch'],
  },
  {
    key: 'call_csat',
    name: 'Satisfaction with the call',
    owner: 'Contact Centre',
    definition: perception(
      'top_box',
      [1, 5],
      '%',
      'Share of callers who rate the call 5 of 5 in the message that follows it.',
      'Transaction survey, contact centre',
    ),
    targets: [{ dueOn: '2027-06-30', value: 60, objective: ONE_CALL }],
    objectives: [ONE_CALL],
    touchpoints: ['Call the contact centre'],
  },
  {
    key: 'opening_minutes',
    name: 'Time to open an account',
    owner: 'Online Banking',
    definition: state(
      'operational',
      'mean',
      'min',
      'lower',
      'Minutes from the first screen to the usable account number, of applications that were finished.',
      'Application log',
      { thresholds: [15, 25] },
    ),
    targets: [{ dueOn: '2027-06-30', value: 10, objective: READY }],
    objectives: [READY],
    redefined: {
      from: '2025-09-01',
      change: {
        definition:
          'Minutes from the first screen to the first payment that the account can make, of applications that were finished.',
        source: 'Customer data platform',
      },
      note: 'The clock now stops when the account can pay and no longer when its number is shown, and the data come from the customer data platform. Values are higher by about four minutes for that reason alone.',
    },
    touchpoints: ['Open an account in the app'],
  },
  {
    key: 'opening_completed',
    name: 'Applications that are finished',
    owner: 'Online Banking',
    definition: state(
      'business',
      'share',
      '%',
      'higher',
      'Accounts opened, of all applications begun in the same week.',
      'Application log',
    ),
    targets: [{ dueOn: '2027-06-30', value: 70, objective: READY }],
    objectives: [READY],
  },
  {
    key: 'branch_wait_minutes',
    name: 'Wait in the branch',
    owner: 'Branch Service',
    definition: state(
      'operational',
      'mean',
      'min',
      'lower',
      'Minutes from the ticket to the counter.',
      'Queue system',
      { thresholds: [6, 10] },
    ),
    targets: [{ dueOn: '2026-12-31', value: 5 }],
    touchpoints: ['Branch counter'],
  },
  {
    key: 'calls',
    name: 'Calls to the contact centre',
    owner: 'Contact Centre',
    definition: state('operational', 'sum', 'calls', 'lower', 'Calls that reached an adviser.', 'Telephone system'),
  },
  {
    key: 'calls_repeated',
    name: 'Repeated calls',
    owner: 'Contact Centre',
    definition: state(
      'operational',
      'sum',
      'calls',
      'lower',
      'Calls by somebody who had called about the same matter within seven days.',
      'Telephone system',
    ),
  },
  {
    key: 'first_call_resolution',
    name: 'Solved by the first call',
    owner: 'Contact Centre',
    definition: state(
      'operational',
      'formula',
      '%',
      'higher',
      'Calls that were not followed by another about the same matter within seven days.',
      'Computed',
      { formula: '100 * (calls - calls_repeated) / calls' },
    ),
    targets: [{ dueOn: '2027-06-30', value: 80, objective: ONE_CALL }],
    objectives: [ONE_CALL],
    touchpoints: ['Call the contact centre'],
  },
  {
    key: 'payment_failures',
    name: 'Payments that fail for reasons of our own',
    owner: 'Payments Operations',
    definition: state(
      'system_performance',
      'rate',
      'failures/payment',
      'lower',
      'Payments refused or lost although the order and the account were in order.',
      'Payment engine',
    ),
    targets: [{ dueOn: '2026-09-30', value: 0.002, objective: ARRIVE }],
    objectives: [ARRIVE],
    touchpoints: ['Transfer to a new payee', 'Pay with the phone'],
  },
  {
    key: 'app_start_seconds',
    name: 'Start of the app',
    owner: 'Mobile App',
    definition: state(
      'system_performance',
      'mean',
      's',
      'lower',
      'Seconds from the tap to the balance.',
      'App telemetry',
      { thresholds: [3, 5] },
    ),
    targets: [{ dueOn: '2026-12-31', value: 2.5 }],
    touchpoints: ['Sign in and confirm'],
  },
  {
    key: 'app_availability',
    name: 'Availability of app and online banking',
    owner: 'Platform Engineering',
    definition: state(
      'system_performance',
      'share',
      '%',
      'higher',
      'Minutes in which a test customer could sign in and pay, of all minutes.',
      'Synthetic monitoring',
      { thresholds: [99.8, 99.5] },
    ),
  },
  {
    key: 'salary_accounts',
    name: 'New customers with their salary here',
    owner: 'Online Banking',
    definition: state(
      'business',
      'share',
      '%',
      'higher',
      'New current accounts that receive a salary within ninety days.',
      'Core banking',
    ),
    targets: [{ dueOn: '2027-12-31', value: 50 }],
  },
  {
    key: 'staffed_counters',
    name: 'Counters open at peak',
    owner: 'Branch Design',
    definition: state(
      'operational',
      'mean',
      'counters',
      'range',
      'Counters that are staffed between eleven and two: fewer make people wait, more stand idle.',
      'Workforce planning',
    ),
    targets: [{ dueOn: '2026-12-31', value: 3, upperValue: 5 }],
  },
  {
    key: 'complaint_cost',
    name: 'Cost of complaints',
    owner: 'Complaints',
    definition: state(
      'financial',
      'sum',
      'GBP',
      'lower',
      'Working time, redress and postage of complaints closed in the month.',
      'Controlling',
      { cadenceDays: 31 },
    ),
  },
  {
    key: 'complaints',
    name: 'Complaints',
    owner: 'Complaints',
    definition: state(
      'operational',
      'sum',
      'complaints',
      'lower',
      'Expressions of dissatisfaction that were registered as complaints, whatever the channel.',
      'Complaint register',
    ),
    touchpoints: ['First answer to a complaint'],
  },
  {
    key: 'cost_per_complaint',
    name: 'Cost of one complaint',
    owner: 'Complaints',
    definition: state(
      'financial',
      'formula',
      'GBP/complaints',
      'lower',
      'What a complaint costs from its receipt to its closing.',
      'Computed',
      { formula: 'complaint_cost / complaints', cadenceDays: 31 },
    ),
  },
];
