import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../session/lazy-page.js';
import { appRoute } from '../../shell/app-route.js';
import { dayParam, textParam } from '../../ui/search-params.js';

export interface PortfolioSearch {
  team?: string;
  sponsor?: string;
  goal?: string;
  /** Launched from this day on, and before that one. */
  from?: string;
  to?: string;
}

export const portfolioRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/portfolio',
    staticData: { requires: ['read', 'Initiative'] },
    validateSearch: (search: Record<string, unknown>): PortfolioSearch => ({
      team: textParam(search.team),
      sponsor: textParam(search.sponsor),
      goal: textParam(search.goal),
      from: dayParam(search.from),
      to: dayParam(search.to),
    }),
    component: lazyPage(() => import('./PortfolioPage.js'), 'portfolio', 'concerns', 'initiatives', 'effects'),
  }),
] as const;
