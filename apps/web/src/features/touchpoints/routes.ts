import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../session/lazy-page.js';
import { appRoute } from '../../shell/app-route.js';
import { choiceParam, flagParam, textParam } from '../../ui/search-params.js';
import { CHANNELS, EXISTENCES } from './touchpoint-words.js';
import type { Channel, TouchpointExistence } from './touchpoints.generated.js';

export interface TouchpointListSearch {
  q?: string;
  sort?: string;
  channel?: Channel;
  existence?: TouchpointExistence;
  /** The team that answers for them today, or `none`. */
  team?: string;
  archived?: true;
  /** The saved view whose filters these are, or were. */
  view?: string;
}

export interface TouchpointSearch {
  /** The owners of this day; absent: today. */
  on?: string;
  /** The dialog that is open: assigning a team, or moving the end of a period. */
  assign?: true;
  end?: string;
}

const dayParam = (value: unknown): string | undefined => {
  const text = textParam(value);
  return text && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined;
};

export const touchpointRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/touchpoints',
    staticData: { requires: ['read', 'Touchpoint'] },
    validateSearch: (search: Record<string, unknown>): TouchpointListSearch => ({
      q: textParam(search.q),
      sort: textParam(search.sort),
      channel: choiceParam(CHANNELS)(search.channel),
      existence: choiceParam(EXISTENCES)(search.existence),
      team: textParam(search.team),
      archived: flagParam(search.archived),
      view: textParam(search.view),
    }),
    component: lazyPage(() => import('./TouchpointsPage.js'), 'touchpoints', 'ownership', 'savedViews'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/touchpoints/new',
    staticData: { requires: ['create', 'Touchpoint'] },
    component: lazyPage(() => import('./TouchpointCreatePage.js'), 'touchpoints', 'ownership'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/touchpoints/$touchpointId',
    staticData: { requires: ['read', 'Touchpoint'] },
    validateSearch: (search: Record<string, unknown>): TouchpointSearch => ({
      on: dayParam(search.on),
      assign: flagParam(search.assign),
      end: textParam(search.end),
    }),
    component: lazyPage(
      () => import('./TouchpointPage.js'),
      'touchpoints',
      'ownership',
      'work',
      'alerts',
      'audit',
      'painPoints',
    ),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/touchpoints/$touchpointId/edit',
    staticData: { requires: ['update', 'Touchpoint'] },
    component: lazyPage(() => import('./TouchpointEditPage.js'), 'touchpoints', 'ownership'),
  }),
] as const;
