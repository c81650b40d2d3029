import type { InitiativeStage, GatedStage } from '@touchstone/domain';
import type { SampleEffect } from './sample-effect.js';

/** Days from the day of the first start: −30 is a month back. */
type Day = number;

export interface SampleOpportunity {
  readonly key: string;
  readonly title: string;
  readonly description: string;
  readonly painPoints: readonly string[];
  /** For RICE: people in a quarter, impact, confidence, person-months; missing where nobody has said. */
  readonly rice?: readonly [reach: number, impact: 0.25 | 0.5 | 1 | 2 | 3, confidence: number, effort: number];
  /** For WSJF, beside the effort. */
  readonly delay?: readonly [userValue: number, timeCriticality: number, riskReduction: number];
  readonly parked?: string;
  readonly dismissed?: string;
}

export interface SampleInitiative {
  readonly key: string;
  readonly title: string;
  readonly team: string;
  /** By their names. */
  readonly owner: string;
  readonly sponsor: string;
  /** The opportunity that it takes, with its pain points where none are named. */
  readonly opportunity?: string;
  readonly painPoints?: readonly string[];
  readonly touchpoints?: readonly string[];
  /** We believe that … will … because … */
  readonly believe: readonly [change: string, effect: string, reason: string];
  /** Missing where nobody has estimated yet. */
  readonly value?: number;
  readonly effort?: number;
  /** In pounds. */
  readonly cost?: readonly [planned: number, actual?: number];
  readonly reportEvery?: number;
  readonly proposed: Day;
  readonly starts?: Day;
  readonly due?: Day;
  /** As far as it came, with the day and, where one is due, the reason. */
  readonly stages?: readonly (readonly [stage: InitiativeStage, day: Day, reason?: string])[];
  /** The day of the launch, where an effect has named it. */
  readonly launchedOn?: string;
  readonly effect?: SampleEffect;
  readonly milestones?: readonly (readonly [name: string, due: Day, reached?: Day])[];
  readonly actions?: readonly (readonly [text: string, owner: string, due: Day, state?: 'done' | 'dropped'])[];
  readonly risks?: readonly (readonly [
    text: string,
    likelihood: number,
    impact: number,
    answer: string,
    state?: 'happened' | 'gone',
  ])[];
  readonly reports?: readonly (readonly [day: Day, health: 'on_track' | 'at_risk' | 'off_track', text: string])[];
  readonly needs?: readonly (readonly [initiative: string, note: string])[];
}

export interface SampleDecision {
  readonly initiative?: string;
  readonly opens?: GatedStage;
  readonly question: string;
  readonly evidence: string;
  readonly options?: readonly (readonly [title: string, description: string])[];
  readonly askedBy: string;
  readonly decider: string;
  readonly asked: Day;
  readonly due?: Day;
  readonly forecast?: string;
  readonly decided?: {
    readonly outcome: 'approved' | 'returned' | 'rejected';
    readonly day: Day;
    readonly rationale: string;
    /** The title of the option. */
    readonly option?: string;
    readonly probability?: number;
  };
  /** What became of the forecast, and when that was known. */
  readonly cameTrue?: readonly [true | false, day: Day];
}
