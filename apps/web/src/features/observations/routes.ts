import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../session/lazy-page.js';
import { appRoute } from '../../shell/app-route.js';
import { countParam, textParam } from '../../ui/search-params.js';

export interface ImportsSearch {
  q?: string;
}

export interface NewImportSearch {
  /** An uploaded file; with it the page goes on where it was left. */
  file?: string;
  sheet?: string;
  header?: number;
}

export const observationRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/monitoring/imports',
    staticData: { requires: ['create', 'Observation'] },
    validateSearch: (search: Record<string, unknown>): ImportsSearch => ({ q: textParam(search.q) }),
    component: lazyPage(() => import('./ImportsPage.js'), 'observations', 'fileImport'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/monitoring/imports/new',
    staticData: { requires: ['create', 'Observation'] },
    validateSearch: (search: Record<string, unknown>): NewImportSearch => ({
      file: textParam(search.file),
      sheet: textParam(search.sheet),
      header: countParam(search.header),
    }),
    component: lazyPage(() => import('./NewImportPage.js'), 'observations', 'fileImport', 'touchpoints'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/monitoring/imports/$importId',
    staticData: { requires: ['create', 'Observation'] },
    component: lazyPage(() => import('./ImportPage.js'), 'observations', 'fileImport', 'job'),
  }),
] as const;
