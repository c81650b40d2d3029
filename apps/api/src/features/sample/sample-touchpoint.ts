import type { TouchpointInput } from '../touchpoints/index.js';

type Check = 'kept' | 'broken' | null;

export interface SampleTouchpoint extends Pick<TouchpointInput, 'channel' | 'existence' | 'serviceLevel'> {
  readonly name: string;
  readonly description: string;
  /** Waiting, annoyance, puzzling, repeating. */
  readonly donts: readonly [Check, Check, Check, Check];
  /** Teams by their names. */
  readonly accountable?: string;
  /** The day on which the accountable team stops, where that is known. */
  readonly until?: string;
  readonly responsible?: readonly string[];
  readonly consulted?: readonly string[];
  readonly informed?: readonly string[];
}

/** Where customers meet an organisation, since when it keeps track of who answers for that, and what has changed since. */
export interface SampleLibrary {
  readonly touchpoints: readonly SampleTouchpoint[];
  readonly ownedSince: string;
  readonly reorganisation?: {
    readonly day: string;
    readonly from: string;
    readonly to: string;
    readonly touchpoints: readonly string[];
  };
}

export const KEPT = 'kept';
export const BROKEN = 'broken';

/** The branches stop writing letters, and nobody has taken them over yet. */
export const WELCOME_LETTER_ENDS = '2027-04-01';
/** The pilot has a team until it is decided on. */
export const PILOT_ENDS = '2027-07-01';
/** What is planned changed hands with the re-organisation, but for one idea that nobody took along. */
export const PLAN_LEFT_BEHIND = '2026-04-01';

export const touchpoint = (
  name: string,
  channel: SampleTouchpoint['channel'],
  description: string,
  donts: SampleTouchpoint['donts'],
  owners: Pick<SampleTouchpoint, 'accountable' | 'until' | 'responsible' | 'consulted' | 'informed'>,
  serviceLevel: SampleTouchpoint['serviceLevel'] = 'satisfying',
  existence: SampleTouchpoint['existence'] = 'existing',
): SampleTouchpoint => ({ name, channel, description, donts, serviceLevel, existence, ...owners });
