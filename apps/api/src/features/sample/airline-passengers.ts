import { csvLine } from '../../platform/tables/index.js';
import { normal, oneOf, seeded } from './sample-chance.js';
import { daysAgo } from './sample-days.js';
import type { SampleFile } from './sample-files.js';

type PerClass = readonly [business: number, eco: number, ecoPlus: number];

interface Rating {
  readonly column: string;
  readonly level: PerClass;
  /** How many say that it does not apply: a rating of 0. */
  readonly notApplicable: number;
}

const rating = (column: string, level: PerClass, notApplicable = 0): Rating => ({ column, level, notApplicable });

/** What passengers are asked about, in the order of the questionnaire. */
export const RATINGS: readonly Rating[] = [
  rating('inflight_wifi_service', [2.8, 2.9, 3.1], 0.05),
  rating('departure_arrival_time_convenient', [3.1, 3.4, 3.4], 0.05),
  rating('ease_of_online_booking', [3.1, 3, 3.1], 0.05),
  rating('gate_location', [3, 3, 3.1]),
  rating('food_and_drink', [3.5, 3.1, 3.1]),
  rating('online_boarding', [4, 3.1, 3.3], 0.02),
  rating('seat_comfort', [4, 3.2, 3.2]),
  rating('inflight_entertainment', [3.9, 3.2, 3.2]),
  rating('onboard_service', [3.8, 3.2, 3.1]),
  rating('leg_room_service', [3.9, 3.3, 3], 0.005),
  rating('baggage_handling', [4.1, 3.6, 3.4]),
  rating('checkin_service', [3.7, 3.3, 3.2]),
  rating('inflight_service', [4.1, 3.6, 3.5]),
  rating('cleanliness', [3.6, 3.1, 3.2]),
];

const BEFORE = ['id', 'Gender', 'customer_type', 'age', 'type_of_travel', 'customer_class', 'flight_distance'];
const AFTER = ['departure_delay_in_minutes', 'arrival_delay_in_minutes', 'satisfaction'];

/** The survey comes every four weeks; thirteen of them are a year. */
const WAVES = 13;
const WEEKS = 4;
const PASSENGERS = 150;

export const SATISFIED = 'satisfied';
export const NOT_SATISFIED = 'neutral or dissatisfied';

/** What the columns hold, as somebody says it who imports such a file; metrics are seen from the names of their columns. */
export const PASSENGER_COLUMNS = [
  'id=key',
  'Gender=ignore',
  'age=ignore',
  'flight_distance=ignore',
  'customer_class=segment:Class',
  'customer_type=segment:Customer type',
  'type_of_travel=segment:Type of travel',
] as const;

/**
 * One file for every survey, the way the survey house sends it: without a date, with zeros for what does not apply. The
 * newest comes first, so that nothing looks out of date while the older ones are still on their way.
 */
export function passengerFiles(): SampleFile[] {
  return Array.from({ length: WAVES }, (_, index) => {
    const wave = WAVES - index;
    return {
      name: `passengers-survey-${String(wave).padStart(2, '0')}.csv`,
      columns: PASSENGER_COLUMNS,
      observedOn: daysAgo(1 + (WAVES - wave) * WEEKS * 7),
      words: { satisfaction: { [SATISFIED]: 1, [NOT_SATISFIED]: 0 } },
      lines: () => passengers(wave),
    };
  });
}

function* passengers(wave: number): Generator<string> {
  yield csvLine([...BEFORE, ...RATINGS.map(({ column }) => column), ...AFTER]);
  const random = seeded(`passengers ${wave}`);
  for (let person = 0; person < PASSENGERS; person += 1) yield csvLine(passenger(random, wave * 1000 + person));
}

function passenger(random: () => number, id: number): (string | number)[] {
  const business = random() < 0.69;
  const loyal = business ? random() < 0.79 : random() < 0.99;
  const kind = business
    ? oneOf(random, [
        [0, loyal ? 0.8 : 0.43],
        [1, loyal ? 0.14 : 0.5],
        [2, 0.06],
      ])
    : oneOf(random, [
        [0, 0.11],
        [1, 0.8],
        [2, 0.09],
      ]);
  const temper = normal(random) * 0.45 + (loyal ? 0.1 : -0.3);
  const departure = random() < 0.58 ? 0 : Math.min(420, Math.round(-34 * Math.log(1 - random())));
  const arrival = Math.max(0, Math.round(departure + (departure > 0 ? -2 : 1) + 9 * normal(random)));
  const late = arrival > 30 ? -0.3 : 0;
  const felt = RATINGS.map(({ level, notApplicable }) => {
    if (random() < notApplicable) return 0;
    return Math.min(5, Math.max(1, Math.round((level[kind] as number) + temper + late + 1.05 * normal(random))));
  });
  const rated = felt.filter((value) => value > 0);
  const mean = rated.reduce((sum, value) => sum + value, 0) / rated.length;
  const satisfied = random() < 1 / (1 + Math.exp(-3.2 * (mean - 3.45)));
  return [
    id,
    random() < 0.15 ? 'NA' : random() < 0.5 ? 'Female' : 'Male',
    loyal ? 'Loyal Customer' : 'disloyal Customer',
    Math.round(Math.min(84, Math.max(8, (loyal ? 42 : 31) + 14 * normal(random)))),
    business ? 'Business travel' : 'Personal Travel',
    ['Business', 'Eco', 'Eco Plus'][kind] as string,
    Math.round(Math.min(4980, Math.max(70, Math.exp(6.8 + 0.7 * normal(random))))),
    ...felt,
    departure,
    random() < 0.01 ? 'NA' : arrival,
    satisfied ? SATISFIED : NOT_SATISFIED,
  ];
}
