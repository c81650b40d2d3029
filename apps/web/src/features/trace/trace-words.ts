import type { Tone } from '../../ui/StatusBadge.js';
import type {
  BrokenThreadKind,
  TraceDirection,
  TraceKind,
  TraceNodeFieldsFragment,
  TraceQuery,
} from './trace.generated.js';

export type Node = TraceNodeFieldsFragment;
export type Edge = TraceQuery['trace']['edges'][number];

/** In the order of the thread, from what it is for to its proof. */
export const KINDS = [
  'GOAL',
  'OBJECTIVE',
  'METRIC',
  'ALERT',
  'PERSONA',
  'JOURNEY',
  'STAGE',
  'TEAM',
  'TOUCHPOINT',
  'ASSESSMENT',
  'FEEDBACK',
  'GAP',
  'PAIN_POINT',
  'OPPORTUNITY',
  'DECISION',
  'INITIATIVE',
  'EFFECT',
  'VERDICT',
] as const satisfies readonly TraceKind[];

type Slug<Word extends string> = Word extends `${infer Head}_${infer Tail}`
  ? `${Lowercase<Head>}-${Slug<Tail>}`
  : Lowercase<Word>;
export type KindSlug = Slug<TraceKind>;
export type BrokenSlug = Slug<BrokenThreadKind>;

/** As addresses write it: pain-point. */
const slugOf = <Word extends string>(word: Word): Slug<Word> => word.toLowerCase().replaceAll('_', '-') as Slug<Word>;
export const slugOfKind = (kind: TraceKind): KindSlug => slugOf(kind);
export const KIND_SLUGS = KINDS.map(slugOfKind);
export const kindOf = (slug: string): TraceKind | undefined => KINDS.find((kind) => slugOf(kind) === slug);

export const BROKEN = [
  'OBJECTIVE_WITHOUT_METRIC',
  'METRIC_WITHOUT_PLACE',
  'TOUCHPOINT_WITHOUT_OWNER',
  'GAP_WITHOUT_PLAN',
  'PAIN_POINT_WITHOUT_INITIATIVE',
  'INITIATIVE_WITHOUT_EFFECT',
  'FIX_WITHOUT_VERDICT',
] as const satisfies readonly BrokenThreadKind[];
export const slugOfBroken = (kind: BrokenThreadKind): BrokenSlug => slugOf(kind);
export const BROKEN_KINDS = BROKEN.map(slugOfBroken);

export const DIRECTIONS = ['up', 'down'] as const;
export const directionOf = (way: (typeof DIRECTIONS)[number] | undefined): TraceDirection =>
  way === 'up' ? 'UP' : way === 'down' ? 'DOWN' : 'BOTH';

/** What people look for by name; the rest is come to from there. */
export const FOUND_KINDS = [
  'GOAL',
  'OBJECTIVE',
  'METRIC',
  'PERSONA',
  'JOURNEY',
  'TOUCHPOINT',
  'TEAM',
  'ASSESSMENT',
  'PAIN_POINT',
  'OPPORTUNITY',
  'DECISION',
  'INITIATIVE',
] as const satisfies readonly TraceKind[];

const LETTERS: Partial<Record<TraceKind, string>> = {
  PAIN_POINT: 'P',
  OPPORTUNITY: 'O',
  DECISION: 'D',
  INITIATIVE: 'I',
};

/** P-12, or nothing where its kind is not numbered. */
export const numberText = (kind: TraceKind, number: number | null | undefined): string =>
  number == null || !LETTERS[kind] ? '' : `${LETTERS[kind]}-${number}`;

const GOOD = ['PROVEN', 'HOLDING', 'VERIFIED'];
const BAD = ['WORSE', 'FADED', 'REJECTED'];
const WARN = ['NOT_PROVEN', 'WAITING', 'OPEN', 'NEW'];
const ACTIVE = [
  'APPROVED',
  'IN_PROGRESS',
  'LAUNCHED',
  'EVALUATING',
  'CONFIRMED',
  'PLANNED',
  'TAKEN',
  'ACKNOWLEDGED',
  'SEALED',
];

export function toneOf(state: string): Tone {
  if (GOOD.includes(state)) return 'good';
  if (BAD.includes(state)) return 'bad';
  if (WARN.includes(state)) return 'warn';
  return ACTIVE.includes(state) ? 'active' : 'quiet';
}
