import type { Role, RaterGroupKind } from '@touchstone/domain';

/** Harbour Bank does not exist: a mid-size retail bank as customer-experience offices know them. */
export const HARBOUR_BANK = {
  name: 'Harbour Bank',
  timeZone: 'Europe/London',
  units: [
    { name: 'Retail Banking', parent: null },
    { name: 'Branches', parent: 'Retail Banking' },
    { name: 'Mortgages', parent: 'Retail Banking' },
    { name: 'Digital', parent: null },
    { name: 'Operations', parent: null },
    { name: 'Risk & Compliance', parent: null },
  ],
  teams: [
    { name: 'Branch Service', kind: 'service', unit: 'Branches' },
    { name: 'Branch Design', kind: 'design', unit: 'Branches' },
    { name: 'Mortgage Advice', kind: 'business', unit: 'Mortgages' },
    { name: 'Mortgage Processing', kind: 'operations', unit: 'Mortgages' },
    { name: 'Mobile App', kind: 'product', unit: 'Digital' },
    { name: 'Online Banking', kind: 'product', unit: 'Digital' },
    { name: 'Experience Design', kind: 'design', unit: 'Digital' },
    { name: 'Platform Engineering', kind: 'technology', unit: 'Digital' },
    { name: 'Contact Centre', kind: 'service', unit: 'Operations' },
    { name: 'Payments Operations', kind: 'operations', unit: 'Operations' },
    { name: 'Customer Research', kind: 'research', unit: 'Digital' },
    { name: 'Complaints', kind: 'other', unit: 'Risk & Compliance' },
  ],
  /** The first five are the sample logins, one per role. */
  people: [
    { email: 'admin@harbour-bank.example', name: 'Ada Whitlock', role: 'administrator', locale: 'en', leads: [] },
    { email: 'officer@harbour-bank.example', name: 'Lin Yue', role: 'programme_office', locale: 'en', leads: [] },
    {
      email: 'lead@harbour-bank.example',
      name: 'Tomas Reiter',
      role: 'team_lead',
      locale: 'en',
      leads: ['Mobile App'],
    },
    { email: 'executive@harbour-bank.example', name: 'Grace Okafor', role: 'executive', locale: 'en', leads: [] },
    { email: 'contributor@harbour-bank.example', name: 'Mei Tanaka', role: 'contributor', locale: 'en', leads: [] },
    { email: 'officer.zh@harbour-bank.example', name: '林悦', role: 'programme_office', locale: 'zh-CN', leads: [] },
    {
      email: 'branches@harbour-bank.example',
      name: 'Owen Pryce',
      role: 'team_lead',
      locale: 'en',
      leads: ['Branch Service', 'Branch Design'],
    },
    {
      email: 'mortgages@harbour-bank.example',
      name: 'Priya Nair',
      role: 'team_lead',
      locale: 'en',
      leads: ['Mortgage Advice', 'Mortgage Processing'],
    },
    {
      email: 'operations@harbour-bank.example',
      name: 'Sven Lindqvist',
      role: 'team_lead',
      locale: 'en',
      leads: ['Contact Centre', 'Payments Operations'],
    },
  ] satisfies { email: string; name: string; role: Role; locale: string; leads: string[] }[],
} as const;

export interface SampleGroup {
  readonly kind: RaterGroupKind;
  readonly name: string;
  readonly expected: number;
  /** How many have answered. */
  readonly answered: number;
  /** How far this group places practices above (or below) what they are: executives see plans, the front line sees customers. */
  readonly kindness: number;
}

export interface SampleWave {
  readonly name: string;
  readonly purpose: string;
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly groups: readonly SampleGroup[];
  /** How much practices have come on since the wave before, by dimension. */
  readonly progress: Readonly<Record<string, number>>;
}

const PURPOSE =
  'We want to know where our customer-experience management really stands, so that next year’s plan begins with what you see and not with what we hope. It takes about twenty minutes; you can stop at any point and go on later.';

export const SPRING_WAVE: SampleWave = {
  name: 'Experience maturity, spring 2026',
  purpose: PURPOSE,
  periodStart: '2026-01-01',
  periodEnd: '2026-06-30',
  groups: [
    { kind: 'executives', name: 'Executive committee', expected: 16, answered: 14, kindness: 0.7 },
    { kind: 'programme_office', name: 'Experience programme office', expected: 9, answered: 8, kindness: -0.1 },
    { kind: 'owning_teams', name: 'Owning teams', expected: 70, answered: 58, kindness: 0.2 },
    { kind: 'front_line', name: 'Branches and contact centre', expected: 140, answered: 92, kindness: -0.5 },
    { kind: 'partners', name: 'Service partners', expected: 12, answered: 8, kindness: 0 },
  ],
  progress: {},
};

export const AUTUMN_WAVE: SampleWave = {
  name: 'Experience maturity, autumn 2026',
  purpose: PURPOSE,
  periodStart: '2026-07-01',
  periodEnd: '2026-12-31',
  groups: SPRING_WAVE.groups.map((group) => ({ ...group, answered: Math.round(group.answered * 0.55) })),
  progress: {
    'experience-diagnosis': 0.1,
    'experience-monitoring': 0.5,
    'process-mechanisms': 0.2,
    'method-enablement': 0,
  },
};
