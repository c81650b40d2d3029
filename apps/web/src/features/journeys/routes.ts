import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../session/lazy-page.js';
import { appRoute } from '../../shell/app-route.js';
import { choiceParam, flagParam, textParam } from '../../ui/search-params.js';

export interface AtlasSearch {
  q?: string;
  state?: 'CURRENT' | 'FUTURE';
  archived?: true;
  /** What the side panel shows: a journey's id, or `new`. */
  journey?: string;
  /** The saved view whose filters these are, or were. */
  view?: string;
}

export interface MapSearch {
  /** Current and future state beside each other. */
  beside?: true;
}

export interface ImportMapSearch {
  /** The uploaded file that is looked at. */
  file?: string;
}

export const journeyRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/journeys',
    staticData: { requires: ['read', 'Journey'] },
    validateSearch: (search: Record<string, unknown>): AtlasSearch => ({
      q: textParam(search.q),
      state: choiceParam(['CURRENT', 'FUTURE'] as const)(search.state),
      archived: flagParam(search.archived),
      journey: textParam(search.journey),
      view: textParam(search.view),
    }),
    component: lazyPage(() => import('./AtlasPage.js'), 'journeys', 'scorecards', 'savedViews'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/journeys/import',
    staticData: { requires: ['create', 'Journey'] },
    validateSearch: (search: Record<string, unknown>): ImportMapSearch => ({ file: textParam(search.file) }),
    component: lazyPage(() => import('./ImportMapPage.js'), 'journeys'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/journeys/$journeyId',
    staticData: { requires: ['read', 'Journey'] },
    validateSearch: (search: Record<string, unknown>): MapSearch => ({ beside: flagParam(search.beside) }),
    component: lazyPage(() => import('./JourneyMapPage.js'), 'journeys'),
  }),
] as const;
