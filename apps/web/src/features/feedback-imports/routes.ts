import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../session/lazy-page.js';
import { appRoute } from '../../shell/app-route.js';
import { countParam, textParam } from '../../ui/search-params.js';

export interface FeedbackImportsSearch {
  q?: string;
}

export interface NewFeedbackImportSearch {
  /** An uploaded file; with it the page goes on where it was left. */
  file?: string;
  sheet?: string;
  header?: number;
}

export const feedbackImportRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/inbox/imports',
    staticData: { requires: ['run', 'Feedback'] },
    validateSearch: (search: Record<string, unknown>): FeedbackImportsSearch => ({ q: textParam(search.q) }),
    component: lazyPage(() => import('./FeedbackImportsPage.js'), 'feedbackImports', 'fileImport'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/inbox/imports/new',
    staticData: { requires: ['run', 'Feedback'] },
    validateSearch: (search: Record<string, unknown>): NewFeedbackImportSearch => ({
      file: textParam(search.file),
      sheet: textParam(search.sheet),
      header: countParam(search.header),
    }),
    component: lazyPage(() => import('./NewFeedbackImportPage.js'), 'feedbackImports', 'feedback', 'fileImport'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/inbox/imports/$importId',
    staticData: { requires: ['run', 'Feedback'] },
    component: lazyPage(() => import('./FeedbackImportPage.js'), 'feedbackImports', 'fileImport', 'job'),
  }),
] as const;
