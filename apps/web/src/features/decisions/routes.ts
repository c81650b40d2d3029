import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../session/lazy-page.js';
import { appRoute } from '../../shell/app-route.js';
import { choiceParam, flagParam, textParam } from '../../ui/search-params.js';
import { DECISION_PANELS, DECISION_STATES, type DecisionPanel } from './decision-words.js';
import type { DecisionState } from './decisions.generated.js';

export interface DecisionsSearch {
  q?: string;
  /** Absent: what waits for the reader. */
  view?: 'all';
  state?: DecisionState;
  /** Whose forecast nobody has looked back on. */
  forecast?: true;
  sort?: string;
  /** The form for a new one is open. */
  add?: true;
}

export interface DecisionSearch {
  panel?: DecisionPanel;
}

export const decisionRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/decisions',
    staticData: { requires: ['read', 'Decision'] },
    validateSearch: (search: Record<string, unknown>): DecisionsSearch => ({
      q: textParam(search.q),
      view: choiceParam(['all'] as const)(search.view),
      state: choiceParam(DECISION_STATES)(search.state),
      forecast: flagParam(search.forecast),
      sort: textParam(search.sort),
      add: flagParam(search.add),
    }),
    component: lazyPage(() => import('./DecisionsPage.js'), 'decisions', 'initiatives'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/decisions/$decisionId',
    staticData: { requires: ['read', 'Decision'] },
    validateSearch: (search: Record<string, unknown>): DecisionSearch => ({
      panel: choiceParam(DECISION_PANELS)(search.panel),
    }),
    component: lazyPage(() => import('./DecisionPage.js'), 'decisions', 'initiatives', 'audit'),
  }),
] as const;
