import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../session/lazy-page.js';
import { appRoute } from '../../shell/app-route.js';
import { choiceParam, flagParam, textParam } from '../../ui/search-params.js';

export const MEASURES = ['PERCEPTION', 'NPS', 'CSAT', 'CES'] as const;
export const WINDOWS = ['1', '3', '6', '12'] as const;
export const LIFECYCLE = ['AWARENESS', 'CONSIDERATION', 'DECISION', 'PURCHASE', 'AFTER_SALES'] as const;

export interface EcosystemSearch {
  measure?: (typeof MEASURES)[number];
  months?: (typeof WINDOWS)[number];
  /** The cell whose touchpoints the side panel shows. */
  product?: string;
  stage?: (typeof LIFECYCLE)[number];
}

export interface ProductsSearch {
  q?: string;
  archived?: true;
  /** What the side panel shows: a product's id, or `new`. */
  product?: string;
}

export const ecosystemRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/ecosystem',
    staticData: { requires: ['read', 'Journey'] },
    validateSearch: (search: Record<string, unknown>): EcosystemSearch => ({
      measure: choiceParam(MEASURES)(search.measure),
      months: choiceParam(WINDOWS)(textParam(search.months)),
      product: textParam(search.product),
      stage: choiceParam(LIFECYCLE)(search.stage),
    }),
    component: lazyPage(() => import('./EcosystemPage.js'), 'ecosystem', 'scorecards'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/products',
    staticData: { requires: ['read', 'Journey'] },
    validateSearch: (search: Record<string, unknown>): ProductsSearch => ({
      q: textParam(search.q),
      archived: flagParam(search.archived),
      product: textParam(search.product),
    }),
    component: lazyPage(() => import('./ProductsPage.js'), 'ecosystem'),
  }),
] as const;
