import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../session/lazy-page.js';
import { appRoute } from '../../shell/app-route.js';
import { choiceParam, flagParam, textParam } from '../../ui/search-params.js';
import { type InitiativePanel, INITIATIVE_PANELS, STAGES, type Stage } from './initiative-words.js';

export interface InitiativesSearch {
  q?: string;
  view?: 'list';
  stage?: Stage;
  mine?: true;
  late?: true;
  sort?: string;
  /** The form for a new one is open. */
  add?: true;
  /** The initiative that is about to be moved, and where to. */
  move?: string;
  to?: Stage;
}

export interface InitiativeSearch {
  /** What the side panel holds. */
  panel?: InitiativePanel;
  to?: Stage;
}

export const initiativeRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/initiatives',
    staticData: { requires: ['read', 'Initiative'] },
    validateSearch: (search: Record<string, unknown>): InitiativesSearch => ({
      q: textParam(search.q),
      view: choiceParam(['list'] as const)(search.view),
      stage: choiceParam(STAGES)(search.stage),
      mine: flagParam(search.mine),
      late: flagParam(search.late),
      sort: textParam(search.sort),
      add: flagParam(search.add),
      move: textParam(search.move),
      to: choiceParam(STAGES)(search.to),
    }),
    component: lazyPage(() => import('./InitiativesPage.js'), 'initiatives'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/initiatives/$initiativeId',
    staticData: { requires: ['read', 'Initiative'] },
    validateSearch: (search: Record<string, unknown>): InitiativeSearch => ({
      panel: choiceParam(INITIATIVE_PANELS)(search.panel),
      to: choiceParam(STAGES)(search.to),
    }),
    component: lazyPage(() => import('./InitiativePage.js'), 'initiatives'),
  }),
] as const;
