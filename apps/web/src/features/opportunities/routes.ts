import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../session/lazy-page.js';
import { appRoute } from '../../shell/app-route.js';
import { choiceParam, flagParam, textParam } from '../../ui/search-params.js';
import type { OpportunityState } from './opportunities.generated.js';
import { type Lens, LENSES, OPPORTUNITY_STATES } from './opportunity-words.js';

export interface OpportunitiesSearch {
  q?: string;
  state?: OpportunityState;
  archived?: true;
  sort?: string;
  /** The open ones side by side; absent: the list. */
  lens?: Lens;
  /** The one that is looked at, or `new`. */
  opportunity?: string;
  /** The pain point that a new one is about. */
  painPoint?: string;
  /** Its form is open. */
  edit?: true;
  /** Why it is parked or dismissed is being asked. */
  put?: 'PARKED' | 'DISMISSED';
  /** What opportunities are weighed by is being set. */
  criteria?: true;
}

export const opportunityRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/opportunities',
    staticData: { requires: ['read', 'Opportunity'] },
    validateSearch: (search: Record<string, unknown>): OpportunitiesSearch => ({
      q: textParam(search.q),
      state: choiceParam(OPPORTUNITY_STATES)(search.state),
      archived: flagParam(search.archived),
      sort: textParam(search.sort),
      lens: choiceParam(LENSES)(search.lens),
      opportunity: textParam(search.opportunity),
      painPoint: textParam(search.painPoint),
      edit: flagParam(search.edit),
      put: choiceParam(['PARKED', 'DISMISSED'] as const)(search.put),
      criteria: flagParam(search.criteria),
    }),
    component: lazyPage(() => import('./OpportunitiesPage.js'), 'opportunities', 'audit'),
  }),
] as const;
