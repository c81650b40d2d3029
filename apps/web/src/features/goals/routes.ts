import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../session/lazy-page.js';
import { appRoute } from '../../shell/app-route.js';
import { flagParam, textParam } from '../../ui/search-params.js';

export interface GoalsSearch {
  /** What the side panel edits: `goal` or `objective`, with an id the one that is there; `metric` with an objective's, to tie one to it. */
  edit?: string;
  /** The goal that a new objective is meant for. */
  goal?: string;
  archived?: true;
}

export const goalRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/goals',
    staticData: { requires: ['read', 'Goal'] },
    validateSearch: (search: Record<string, unknown>): GoalsSearch => ({
      edit: textParam(search.edit),
      goal: textParam(search.goal),
      archived: flagParam(search.archived),
    }),
    component: lazyPage(() => import('./GoalsPage.js'), 'goals'),
  }),
] as const;
