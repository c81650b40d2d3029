import type { Evidence, LifecycleStage, PlacementFactor, TextLane } from '../journey/index.js';

/** The number goes up when an older reader would misread a newer file. docs/journey-format.md says what each part means. */
export const JOURNEY_FORMAT = 'touchstone/journey-map@1';

export const CHANNELS = [
  'branch',
  'phone',
  'web',
  'app',
  'email',
  'chat',
  'social',
  'post',
  'self_service',
  'field',
  'other',
] as const;
export const EXISTENCES = ['existing', 'future'] as const;
export const DONTS = ['noWaiting', 'noAnnoyance', 'noPuzzling', 'noRepeating'] as const;
export const DONT_CHECKS = ['kept', 'broken'] as const;
export const SERVICE_LEVELS = ['basic', 'satisfying', 'delightful', 'unexpected'] as const;
export const JOURNEY_STATES = ['current', 'future'] as const;

/** What a file may hold, as the map itself may. */
export const JOURNEY_LIMITS = {
  stages: 30,
  placements: 2000,
  name: 200,
  text: 4000,
  evidence: 2000,
  expectation: 2000,
  judgedBy: 200,
} as const;

/** A document is put together field by field while a file is read. */
type Mutable<Fields> = { -readonly [Field in keyof Fields]: Fields[Field] };

type DontCheck = (typeof DONT_CHECKS)[number];

/** Of the library; what stands in a stage refers to it by its name. */
export interface DocumentTouchpoint {
  name: string;
  description: string;
  existence: (typeof EXISTENCES)[number];
  channel: (typeof CHANNELS)[number];
  noWaiting: DontCheck | null;
  noAnnoyance: DontCheck | null;
  noPuzzling: DontCheck | null;
  noRepeating: DontCheck | null;
  serviceLevel: (typeof SERVICE_LEVELS)[number] | null;
  /** The team that answers for it, by name. */
  accountable: string | null;
}

export interface DocumentPlacement extends Mutable<Evidence> {
  touchpoint: string;
  factor: PlacementFactor | null;
  emotion: number | null;
  emotionN: number | null;
  emotionJudgedBy: string | null;
  expectation: string | null;
  /** ISO 8601; null says that nobody has confirmed it but whoever brings it in. */
  confirmedAt: string | null;
}

export interface DocumentCell extends Mutable<Evidence> {
  lane: TextLane;
  text: string;
  confirmedAt: string | null;
}

export interface DocumentStage {
  name: string;
  lifecycle: LifecycleStage | null;
  cells: DocumentCell[];
  touchpoints: DocumentPlacement[];
}

export interface JourneyDocument {
  format: typeof JOURNEY_FORMAT;
  journey: {
    name: string;
    summary: string;
    state: (typeof JOURNEY_STATES)[number];
    lifecycle: LifecycleStage | null;
    persona: string | null;
    product: string | null;
    partOf: string | null;
  };
  stages: DocumentStage[];
  touchpoints: DocumentTouchpoint[];
}

/** One touchpoint for names that differ in capitals only, as in the library. */
export const sameName = (name: string): string => name.trim().toLowerCase();
