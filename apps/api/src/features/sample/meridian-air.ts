import { SPRING_WAVE, type SampleWave } from './harbour-bank.js';
import { touchpoint, type SampleLibrary } from './sample-touchpoint.js';

/** Meridian Air does not exist: an airline that asks its passengers every four weeks. */
export const MERIDIAN_AIR = {
  name: 'Meridian Air',
  timeZone: 'Asia/Shanghai',
  units: [
    { name: 'Cabin & Ground', parent: null },
    { name: 'Digital & Loyalty', parent: null },
    { name: 'Flight Operations', parent: null },
  ],
  teams: [
    { name: 'Cabin Service', kind: 'service', unit: 'Cabin & Ground' },
    { name: 'Cabin Product', kind: 'product', unit: 'Cabin & Ground' },
    { name: 'Catering', kind: 'operations', unit: 'Cabin & Ground' },
    { name: 'Check-in & Boarding', kind: 'operations', unit: 'Cabin & Ground' },
    { name: 'Baggage', kind: 'operations', unit: 'Cabin & Ground' },
    { name: 'Booking & App', kind: 'product', unit: 'Digital & Loyalty' },
    { name: 'Passenger Research', kind: 'research', unit: 'Digital & Loyalty' },
    { name: 'Network & Punctuality', kind: 'operations', unit: 'Flight Operations' },
  ],
  people: [
    { email: 'admin@meridian-air.example', name: 'Hugo Varga', role: 'administrator', locale: 'en', leads: [] },
    { email: 'officer@meridian-air.example', name: '周宁', role: 'programme_office', locale: 'zh-CN', leads: [] },
    { email: 'executive@meridian-air.example', name: 'Amara Diallo', role: 'executive', locale: 'en', leads: [] },
    {
      email: 'cabin@meridian-air.example',
      name: 'Ines Moreau',
      role: 'team_lead',
      locale: 'en',
      leads: ['Cabin Service', 'Cabin Product'],
    },
  ],
} as const;

export const AIR_WAVE: SampleWave = {
  ...SPRING_WAVE,
  name: 'CX maturity baseline',
  groups: [
    { kind: 'executives', name: 'Leadership', expected: 8, answered: 6, kindness: 0.5 },
    { kind: 'front_line', name: 'Cabin and ground crew', expected: 40, answered: 22, kindness: -0.3 },
  ],
  progress: {},
};

/** The fourteen places that the survey asks about, in the order in which a passenger comes by them. */
export const MERIDIAN_LIBRARY: SampleLibrary = {
  ownedSince: '2025-01-01',
  touchpoints: [
    touchpoint(
      'Flight times',
      'web',
      'Is there a flight when one has to be there?',
      ['kept', null, 'kept', 'kept'],
      { accountable: 'Network & Punctuality', consulted: ['Passenger Research'] },
      'basic',
    ),
    touchpoint(
      'Book online',
      'web',
      'Five steps, of which two offer what nobody asked for.',
      ['kept', 'broken', 'broken', 'kept'],
      { accountable: 'Booking & App', responsible: ['Booking & App'] },
    ),
    touchpoint(
      'Online boarding',
      'app',
      'Seat, boarding pass and gate on the phone.',
      ['kept', 'kept', 'kept', 'broken'],
      { accountable: 'Booking & App', consulted: ['Check-in & Boarding'] },
      'delightful',
    ),
    touchpoint(
      'Check-in desk',
      'field',
      'For whoever has bags, children or questions.',
      ['broken', 'kept', 'kept', 'broken'],
      { accountable: 'Check-in & Boarding', responsible: ['Check-in & Boarding'] },
    ),
    touchpoint(
      'The way to the gate',
      'field',
      'Signs, distance, and a gate that changes.',
      ['kept', 'broken', 'broken', 'kept'],
      { accountable: 'Check-in & Boarding', consulted: ['Network & Punctuality'] },
      'basic',
    ),
    touchpoint(
      'The seat',
      'field',
      'Cushion, recline, power, and how clean the screen is.',
      ['kept', 'broken', 'kept', 'kept'],
      { accountable: 'Cabin Product' },
    ),
    touchpoint(
      'Leg room',
      'field',
      'How far the knees are from the seat in front.',
      ['kept', 'broken', 'kept', 'kept'],
      { accountable: 'Cabin Product', consulted: ['Passenger Research'] },
      'basic',
    ),
    touchpoint(
      'Wifi on board',
      'field',
      'Free for messages, paid for everything else, gone over the sea.',
      ['broken', 'broken', 'broken', 'broken'],
      { accountable: 'Cabin Product', responsible: ['Booking & App'] },
    ),
    touchpoint(
      'Food and drink',
      'field',
      'Two dishes, one of them gone by row thirty.',
      ['kept', 'broken', 'kept', 'kept'],
      { accountable: 'Catering', responsible: ['Catering', 'Cabin Service'] },
    ),
    touchpoint(
      'Entertainment on board',
      'field',
      'Films, music and the map.',
      ['kept', 'kept', 'kept', null],
      { accountable: 'Cabin Product' },
      'delightful',
    ),
    touchpoint(
      'Welcome by the crew',
      'field',
      'The first face at the door, and help with the bag.',
      ['kept', 'kept', 'kept', 'kept'],
      { accountable: 'Cabin Service', responsible: ['Cabin Service'] },
      'delightful',
    ),
    touchpoint(
      'Service during the flight',
      'field',
      'Who comes when one calls, and how soon.',
      ['broken', 'kept', 'kept', 'kept'],
      { accountable: 'Cabin Service', responsible: ['Cabin Service'], consulted: ['Catering'] },
    ),
    touchpoint(
      'Cleanliness of the cabin',
      'field',
      'The table, the floor, the lavatory in the sixth hour.',
      ['kept', 'broken', 'kept', 'kept'],
      { accountable: 'Cabin Service', until: '2027-04-01', consulted: ['Cabin Product'] },
      'basic',
    ),
    touchpoint(
      'Baggage belt',
      'field',
      'How long it takes, and whether it came along.',
      ['broken', 'kept', 'kept', 'kept'],
      { accountable: 'Baggage', responsible: ['Baggage'] },
      'basic',
    ),
  ],
};
