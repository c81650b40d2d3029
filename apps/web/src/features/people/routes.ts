import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../session/lazy-page.js';
import { appRoute } from '../../shell/app-route.js';
import { choiceParam, textParam } from '../../ui/search-params.js';
import type { MembershipState, Role } from './people.generated.js';

export const roles: Role[] = ['ADMINISTRATOR', 'PROGRAMME_OFFICE', 'TEAM_LEAD', 'EXECUTIVE', 'CONTRIBUTOR'];
export const states: MembershipState[] = ['ACTIVE', 'INVITED', 'ENDED'];

export interface PeopleSearch {
  q?: string;
  role?: Role;
  state?: MembershipState;
  sort?: string;
  /** What the side panel shows: a membership's id, or `new`. */
  person?: string;
}

export const peopleRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/admin/people',
    staticData: { requires: ['read', 'Person'] },
    validateSearch: (search: Record<string, unknown>): PeopleSearch => ({
      q: textParam(search.q),
      role: choiceParam(roles)(search.role),
      state: choiceParam(states)(search.state),
      sort: textParam(search.sort),
      person: textParam(search.person),
    }),
    component: lazyPage(() => import('./PeoplePage.js'), 'people'),
  }),
] as const;
