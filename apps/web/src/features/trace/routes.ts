import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../session/lazy-page.js';
import { appRoute } from '../../shell/app-route.js';
import { choiceParam, countParam, dayParam, flagParam, textParam } from '../../ui/search-params.js';
import { BROKEN_KINDS, type BrokenSlug, DIRECTIONS, KIND_SLUGS, type KindSlug } from './trace-words.js';

export interface ChooseSearch {
  q?: string;
  kind?: KindSlug;
}

export interface TraceSearch {
  /** Absent: today. */
  on?: string;
  /** Absent: both ways. */
  way?: (typeof DIRECTIONS)[number];
  /** Absent: the graph, where there is room for it. */
  view?: 'list';
  /** As many neighbours of a kind as the server gives. */
  all?: true;
  /** The place of the object whose joints are looked at. */
  at?: number;
}

export interface BrokenSearch {
  kind?: BrokenSlug;
}

export const traceRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/trace',
    staticData: { requires: ['read', 'Initiative'] },
    validateSearch: (search: Record<string, unknown>): ChooseSearch => ({
      q: textParam(search.q),
      kind: choiceParam(KIND_SLUGS)(search.kind),
    }),
    component: lazyPage(() => import('./ChoosePage.js'), 'trace'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/trace/broken',
    staticData: { requires: ['read', 'Initiative'] },
    validateSearch: (search: Record<string, unknown>): BrokenSearch => ({
      kind: choiceParam(BROKEN_KINDS)(search.kind),
    }),
    component: lazyPage(() => import('./BrokenPage.js'), 'trace'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/trace/$kind/$traceId',
    staticData: { requires: ['read', 'Initiative'] },
    validateSearch: (search: Record<string, unknown>): TraceSearch => ({
      on: dayParam(search.on),
      way: choiceParam(DIRECTIONS)(search.way),
      view: choiceParam(['list'] as const)(search.view),
      all: flagParam(search.all),
      at: countParam(search.at),
    }),
    component: lazyPage(() => import('./TracePage.js'), 'trace'),
  }),
] as const;
