import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../session/lazy-page.js';
import { appRoute } from '../../shell/app-route.js';
import { flagParam, textParam } from '../../ui/search-params.js';

export interface TokensSearch {
  create?: true;
  sort?: string;
}

export const accessTokenRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/admin/tokens',
    staticData: { requires: ['read', 'AccessToken'] },
    validateSearch: (search: Record<string, unknown>): TokensSearch => ({
      create: flagParam(search.create),
      sort: textParam(search.sort),
    }),
    component: lazyPage(() => import('./TokensPage.js'), 'tokens'),
  }),
] as const;
