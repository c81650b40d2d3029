import type { InitiativeListQueryVariables } from './initiatives.generated.js';
import type { InitiativesNarrowing } from './routes.js';

export const UNNARROWED: Record<keyof InitiativesNarrowing, undefined> = {
  sponsor: undefined,
  goal: undefined,
  outcome: undefined,
  mark: undefined,
  lateBy: undefined,
  value: undefined,
  effort: undefined,
  unestimated: undefined,
  launched: undefined,
  launchedFrom: undefined,
  launchedTo: undefined,
};

export const NARROWINGS = Object.keys(UNNARROWED) as (keyof InitiativesNarrowing)[];

/** Whether the list holds what a figure of the portfolio stands for, and not all that it could. */
export const isNarrowed = (search: InitiativesNarrowing): boolean =>
  NARROWINGS.some((name) => search[name] !== undefined);

export const narrowingOf = ({
  sponsor,
  goal,
  ...search
}: InitiativesNarrowing): Partial<InitiativeListQueryVariables> => ({
  sponsorId: sponsor,
  goalId: goal,
  outcome: search.outcome,
  mark: search.mark,
  lateBy: search.lateBy,
  value: search.value,
  effort: search.effort,
  unestimated: search.unestimated,
  launchedFrom: search.launchedFrom,
  launchedTo: search.launchedTo,
});
