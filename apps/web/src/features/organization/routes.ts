import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../session/lazy-page.js';
import { appRoute } from '../../shell/app-route.js';
import { flagParam, textParam } from '../../ui/search-params.js';

export interface TeamsSearch {
  /** Teams of this unit. */
  unit?: string;
  q?: string;
  archived?: true;
  sort?: string;
  /** What the side panel shows: a team's or unit's id, or `new`. */
  team?: string;
  editUnit?: string;
}

export const organizationRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/admin/organization',
    staticData: { requires: ['read', 'Organization'] },
    component: lazyPage(() => import('./OrganizationPage.js'), 'organization'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/admin/teams',
    staticData: { requires: ['read', 'Team'] },
    validateSearch: (search: Record<string, unknown>): TeamsSearch => ({
      unit: textParam(search.unit),
      q: textParam(search.q),
      archived: flagParam(search.archived),
      sort: textParam(search.sort),
      team: textParam(search.team),
      editUnit: textParam(search.editUnit),
    }),
    component: lazyPage(() => import('./TeamsPage.js'), 'teams'),
  }),
] as const;
