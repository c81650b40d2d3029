import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../session/lazy-page.js';
import { appRoute } from '../../shell/app-route.js';
import { countParam, textParam } from '../../ui/search-params.js';

export interface ImportSearch {
  /** An uploaded file; with it the page goes on where it was left. */
  file?: string;
  sheet?: string;
  header?: number;
}

export const importRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/assessments/$assessmentId/import',
    staticData: { requires: ['create', 'Import'] },
    validateSearch: (search: Record<string, unknown>): ImportSearch => ({
      file: textParam(search.file),
      sheet: textParam(search.sheet),
      header: countParam(search.header),
    }),
    component: lazyPage(() => import('./ImportPage.js'), 'imports', 'fileImport', 'assessments'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/assessments/$assessmentId/imports/$importId',
    staticData: { requires: ['read', 'Import'] },
    component: lazyPage(() => import('./ImportRunPage.js'), 'imports', 'fileImport', 'assessments', 'job'),
  }),
] as const;
