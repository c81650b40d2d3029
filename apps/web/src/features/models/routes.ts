import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../session/lazy-page.js';
import { appRoute } from '../../shell/app-route.js';
import { textParam } from '../../ui/search-params.js';

export const modelRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/models',
    staticData: { requires: ['read', 'MaturityModel'] },
    validateSearch: (search: Record<string, unknown>): { q?: string } => ({ q: textParam(search.q) }),
    component: lazyPage(() => import('./ModelLibraryPage.js'), 'models'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/models/import',
    staticData: { requires: ['create', 'MaturityModel'] },
    component: lazyPage(() => import('./ModelImportPage.js'), 'models'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/models/$modelVersionId',
    staticData: { requires: ['read', 'MaturityModel'] },
    validateSearch: (search: Record<string, unknown>): { lang?: string; practice?: string } => ({
      lang: textParam(search.lang),
      practice: textParam(search.practice),
    }),
    component: lazyPage(() => import('./ModelReaderPage.js'), 'models'),
  }),
] as const;
