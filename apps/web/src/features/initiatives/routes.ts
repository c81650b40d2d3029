import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../session/lazy-page.js';
import { appRoute } from '../../shell/app-route.js';
import { choiceParam, countParam, dayParam, flagParam, textParam } from '../../ui/search-params.js';
import {
  type InitiativePanel,
  INITIATIVE_PANELS,
  LATE_KINDS,
  MARKS,
  OUTCOMES,
  STAGES,
  type Stage,
} from './initiative-words.js';
import type { LateKind, LaunchMark, LaunchOutcome } from './initiatives.generated.js';

/** Absent: the board. */
const VIEWS = ['list', 'timeline'] as const;
export type InitiativesView = (typeof VIEWS)[number];

/** What a figure of the portfolio stands for. */
export interface InitiativesNarrowing {
  sponsor?: string;
  goal?: string;
  outcome?: LaunchOutcome;
  mark?: LaunchMark;
  lateBy?: LateKind;
  value?: number;
  effort?: number;
  unestimated?: true;
  /** Everything that was launched, closed ones included. */
  launched?: true;
  launchedFrom?: string;
  launchedTo?: string;
}

export interface InitiativesSearch extends InitiativesNarrowing {
  q?: string;
  view?: InitiativesView;
  stage?: Stage;
  team?: string;
  archived?: true;
  mine?: true;
  late?: true;
  sort?: string;
  /** The form for a new one is open. */
  add?: true;
  /** The opportunity that the new one acts upon. */
  opportunity?: string;
  /** The gap of an assessment that the new one takes up. */
  assessment?: string;
  node?: string;
  /** Which stages need a decision is being set. */
  gates?: true;
  /** The initiative that is about to be moved, and where to. */
  move?: string;
  to?: Stage;
}

export interface InitiativeSearch {
  /** What the side panel holds. */
  panel?: InitiativePanel;
  /** The milestone, action or risk in it; absent for a new one. */
  part?: string;
  /** The stage that it is about. */
  to?: Stage;
}

export type OpenPanel = (next: InitiativeSearch) => void;

export const initiativeRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/initiatives',
    staticData: { requires: ['read', 'Initiative'] },
    validateSearch: (search: Record<string, unknown>): InitiativesSearch => ({
      q: textParam(search.q),
      view: choiceParam(VIEWS)(search.view),
      stage: choiceParam(STAGES)(search.stage),
      team: textParam(search.team),
      archived: flagParam(search.archived),
      mine: flagParam(search.mine),
      late: flagParam(search.late),
      sponsor: textParam(search.sponsor),
      goal: textParam(search.goal),
      outcome: choiceParam(OUTCOMES)(search.outcome),
      mark: choiceParam(MARKS)(search.mark),
      lateBy: choiceParam(LATE_KINDS)(search.lateBy),
      value: countParam(search.value),
      effort: countParam(search.effort),
      unestimated: flagParam(search.unestimated),
      launched: flagParam(search.launched),
      launchedFrom: dayParam(search.launchedFrom),
      launchedTo: dayParam(search.launchedTo),
      sort: textParam(search.sort),
      add: flagParam(search.add),
      opportunity: textParam(search.opportunity),
      assessment: textParam(search.assessment),
      node: textParam(search.node),
      gates: flagParam(search.gates),
      move: textParam(search.move),
      to: choiceParam(STAGES)(search.to),
    }),
    component: lazyPage(() => import('./InitiativesPage.js'), 'initiatives', 'effects'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/initiatives/$initiativeId',
    staticData: { requires: ['read', 'Initiative'] },
    validateSearch: (search: Record<string, unknown>): InitiativeSearch => ({
      panel: choiceParam(INITIATIVE_PANELS)(search.panel),
      part: textParam(search.part),
      to: choiceParam(STAGES)(search.to),
    }),
    component: lazyPage(
      () => import('./InitiativePage.js'),
      'initiatives',
      'decisions',
      'effects',
      'benefits',
      'audit',
    ),
  }),
] as const;
