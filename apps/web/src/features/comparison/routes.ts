import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../session/lazy-page.js';
import { appRoute } from '../../shell/app-route.js';
import { textParam } from '../../ui/search-params.js';

export interface ComparisonSearch {
  before?: string;
  after?: string;
  /** A rater group as `KIND:name`; none is everybody. */
  group?: string;
}

export const comparisonRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/comparison',
    staticData: { requires: ['read', 'ResultSet'] },
    validateSearch: (search: Record<string, unknown>): ComparisonSearch => ({
      before: textParam(search.before),
      after: textParam(search.after),
      group: textParam(search.group),
    }),
    component: lazyPage(() => import('./ComparisonPage.js'), 'comparison', 'assessments'),
  }),
] as const;
