import { falseDiscovery, type FalseDiscoveryNote, type EffectJudgement } from '../effects/index.js';

/** What became of a launched initiative, in the order in which a reader wants to know it. */
export const LAUNCH_OUTCOMES = [
  'proven',
  'not_proven',
  'worse',
  'insufficient',
  'overdue',
  'not_yet_due',
  'unregistered',
] as const;
export type LaunchOutcome = (typeof LAUNCH_OUTCOMES)[number];

/** A promise that was sealed at the launch and stands. */
export interface SealedPromise {
  readonly id: string;
  /** Of the latest evaluation; null where nobody has judged yet. */
  readonly verdict: EffectJudgement | null;
  readonly p: number | null;
  /** Whether the day of its evaluation has come. */
  readonly due: boolean;
  /** Whether the latest watch found the proven gain gone. */
  readonly faded: boolean;
  /** Whether another initiative was at work on the same metric within the window. */
  readonly confounded: boolean;
}

export interface LaunchedInitiative {
  readonly id: string;
  readonly promises: readonly SealedPromise[];
  /** Whether something that it had promised was withdrawn after the launch. */
  readonly withdrew: boolean;
}

/** The least favourable first: what an initiative with several promises counts as. */
const LEAST_FAVOURABLE = ['worse', 'not_proven', 'insufficient', 'overdue', 'not_yet_due', 'proven'] as const;

const outcomeOfPromise = ({ verdict, due }: SealedPromise): LaunchOutcome =>
  verdict ?? (due ? 'overdue' : 'not_yet_due');

/**
 * What an initiative counts as. With several promises the least favourable one decides, so that nobody hides a loss behind a
 * gain: it is proven only when everything that it promised is. Without a sealed promise nothing can be said of it.
 */
export function outcomeOf({ promises }: Pick<LaunchedInitiative, 'promises'>): LaunchOutcome {
  const found = new Set(promises.map(outcomeOfPromise));
  return LEAST_FAVOURABLE.find((outcome) => found.has(outcome)) ?? 'unregistered';
}

export interface VerdictTally {
  readonly launched: number;
  /** Adds up to `launched`. */
  readonly outcomes: Readonly<Record<LaunchOutcome, number>>;
  /** Of the proven ones, those that have lost a gain since. */
  readonly faded: readonly string[];
  /** Judged while another was at work on the same metric, whatever they count as. */
  readonly confounded: readonly string[];
  /** Withdrew something that they had promised, whatever the rest makes them count as. */
  readonly withdrew: readonly string[];
}

/** How many of how many: every launched initiative is counted once, and none is left out. */
export function tallyVerdicts(launched: readonly LaunchedInitiative[]): VerdictTally {
  const outcomes = Object.fromEntries(LAUNCH_OUTCOMES.map((outcome) => [outcome, 0])) as Record<LaunchOutcome, number>;
  const faded: string[] = [];
  const confounded: string[] = [];
  const withdrew: string[] = [];
  for (const initiative of launched) {
    const outcome = outcomeOf(initiative);
    outcomes[outcome] += 1;
    if (outcome === 'proven' && initiative.promises.some((promise) => promise.faded)) faded.push(initiative.id);
    if (initiative.promises.some((promise) => promise.confounded)) confounded.push(initiative.id);
    if (initiative.withdrew) withdrew.push(initiative.id);
  }
  return { launched: launched.length, outcomes, faded, confounded, withdrew };
}

/**
 * What so many tests mean for each. It is asked of everything that was launched, whatever part of it is looked at: who narrows
 * a portfolio down to its best team has not made fewer tests.
 */
export const discoveryNote = (launched: readonly LaunchedInitiative[]): FalseDiscoveryNote =>
  falseDiscovery(
    launched.flatMap(({ promises }) =>
      promises.flatMap(({ id, verdict, p }) => (verdict === null ? [] : [{ id, verdict, p }])),
    ),
  );
