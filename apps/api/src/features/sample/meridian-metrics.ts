import { MEASURED_SINCE, perception, type SampleCatalogue, type SampleMetric, state } from './sample-metric.js';

const WORTH = 'Passengers would fly with us again';
const SMOOTH = 'From the door to the gate nothing has to be asked';
const SURVEY = 'Passenger survey, every four weeks';
const CADENCE = 28;

/** The keys are the names of the survey's columns, so that such a file finds its metrics by itself. */
const rated = (
  key: string,
  name: string,
  owner: string,
  touchpoint: string,
  stage: string,
  more: Partial<SampleMetric> = {},
): SampleMetric => ({
  key,
  name,
  owner,
  definition: perception(
    'csat',
    [1, 5],
    '%',
    `Share of passengers who rate “${name}” 4 or 5; 0 says that it does not apply.`,
    SURVEY,
    {
      notApplicable: [0],
      cadenceDays: CADENCE,
    },
  ),
  touchpoints: [touchpoint],
  stages: [`A flight / ${stage}`],
  ...more,
});

const aims = (value: number, dueOn: string, objective = WORTH): Partial<SampleMetric> => ({
  targets: [{ dueOn, value, objective }],
  objectives: [objective],
});

const METRICS: readonly SampleMetric[] = [
  rated(
    'departure_arrival_time_convenient',
    'Convenient flight times',
    'Network & Punctuality',
    'Flight times',
    'Choosing a flight',
  ),
  rated(
    'ease_of_online_booking',
    'Ease of online booking',
    'Booking & App',
    'Book online',
    'Choosing a flight',
    aims(45, '2027-06-30', SMOOTH),
  ),
  rated(
    'online_boarding',
    'Online boarding',
    'Booking & App',
    'Online boarding',
    'Getting ready',
    aims(62, '2027-06-30', SMOOTH),
  ),
  rated(
    'checkin_service',
    'Check-in',
    'Check-in & Boarding',
    'Check-in desk',
    'At the airport',
    aims(55, '2027-06-30', SMOOTH),
  ),
  rated('gate_location', 'Gate and the way to it', 'Check-in & Boarding', 'The way to the gate', 'At the airport'),
  rated('seat_comfort', 'Seat comfort', 'Cabin Product', 'The seat', 'On board', aims(60, '2027-12-31')),
  rated('leg_room_service', 'Leg room', 'Cabin Product', 'Leg room', 'On board'),
  rated('inflight_wifi_service', 'Wifi on board', 'Cabin Product', 'Wifi on board', 'On board', aims(45, '2026-09-30')),
  rated('food_and_drink', 'Food and drink', 'Catering', 'Food and drink', 'On board', aims(50, '2027-06-30')),
  rated('inflight_entertainment', 'Entertainment on board', 'Cabin Product', 'Entertainment on board', 'On board'),
  rated(
    'onboard_service',
    'Welcome by the crew',
    'Cabin Service',
    'Welcome by the crew',
    'On board',
    aims(58, '2027-06-30'),
  ),
  rated(
    'inflight_service',
    'Service during the flight',
    'Cabin Service',
    'Service during the flight',
    'On board',
    aims(65, '2027-06-30'),
  ),
  rated('cleanliness', 'Cleanliness of the cabin', 'Cabin Service', 'Cleanliness of the cabin', 'On board'),
  rated('baggage_handling', 'Baggage', 'Baggage', 'Baggage belt', 'Arriving'),
  {
    key: 'satisfaction',
    name: 'Passengers who are satisfied overall',
    owner: 'Passenger Research',
    definition: {
      ...perception('share', [0, 1], '%', 'Share of passengers who are satisfied with the flight as a whole.', SURVEY, {
        cadenceDays: CADENCE,
      }),
      scale: undefined,
    },
    targets: [{ dueOn: '2027-06-30', value: 60, objective: WORTH }],
    objectives: [WORTH],
    journeys: ['A flight'],
  },
  {
    key: 'departure_delay_in_minutes',
    name: 'Delay of departure',
    owner: 'Network & Punctuality',
    definition: state(
      'operational',
      'mean',
      'min',
      'lower',
      'Minutes after the time on the ticket, of all passengers asked.',
      'Flight log, by passenger',
      {
        cadenceDays: CADENCE,
      },
    ),
    targets: [{ dueOn: '2027-06-30', value: 12, objective: SMOOTH }],
    objectives: [SMOOTH],
    touchpoints: ['Flight times'],
    stages: ['A flight / At the airport'],
  },
  {
    key: 'arrival_delay_in_minutes',
    name: 'Delay of arrival',
    owner: 'Network & Punctuality',
    definition: state(
      'operational',
      'mean',
      'min',
      'lower',
      'Minutes after the time on the ticket, of all passengers asked.',
      'Flight log, by passenger',
      {
        cadenceDays: CADENCE,
      },
    ),
    touchpoints: ['Flight times', 'Baggage belt'],
    stages: ['A flight / Arriving'],
    notes: [{ on: MEASURED_SINCE, text: 'Arrival counts when the doors open, not when the wheels touch the ground.' }],
  },
];

export const MERIDIAN_CATALOGUE: SampleCatalogue = {
  goals: [
    {
      name: 'Three in five passengers are satisfied with the flight as a whole',
      statement: 'Today it is about one in two; whoever is satisfied books again within the year.',
      dueOn: '2027-12-31',
      objectives: [
        {
          name: WORTH,
          statement: 'What happens on board is what passengers talk about afterwards.',
          domains: ['customer', 'product'],
        },
        {
          name: SMOOTH,
          statement: 'Booking, boarding pass, bag and gate work without a question.',
          domains: ['customer', 'employee'],
        },
      ],
    },
  ],
  metrics: METRICS,
};
