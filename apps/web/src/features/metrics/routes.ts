import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../session/lazy-page.js';
import { appRoute } from '../../shell/app-route.js';
import { choiceParam, dayParam, flagParam, textParam, textsParam } from '../../ui/search-params.js';
import { CATEGORIES, CLASSES, GRAINS } from './metric-words.js';
import type { MetricCategory, MetricClass } from './metrics.generated.js';
import type { Grain } from './series/series.generated.js';

export interface MetricsSearch {
  q?: string;
  class?: MetricClass;
  category?: MetricCategory;
  team?: string;
  archived?: true;
  sort?: string;
  /** The saved view whose filters these are, or were. */
  view?: string;
}

export interface MetricSearch {
  /** What the side panel edits: `rename`, `target`, `link`, `conflict`, `break`, `note` or `baseline`; with an id the one there. */
  edit?: string;
  /** First and last day of the series, YYYY-MM-DD. */
  from?: string;
  to?: string;
  grain?: Grain;
  view?: 'control';
  /** The dimension that segments are of, and the segment whose series is shown. */
  by?: string;
  segment?: string;
  /** The segments drawn beside each other. */
  lines?: string[];
  compare?: 'previous' | 'year';
  /** When the point begins whose rows are shown. */
  rows?: string;
}

export const metricRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    // The address /metrics itself is where operators read the server's own numbers.
    path: '/metrics/catalogue',
    staticData: { requires: ['read', 'Metric'] },
    validateSearch: (search: Record<string, unknown>): MetricsSearch => ({
      q: textParam(search.q),
      class: choiceParam(CLASSES)(search.class),
      category: choiceParam(CATEGORIES)(search.category),
      team: textParam(search.team),
      archived: flagParam(search.archived),
      sort: textParam(search.sort),
      view: textParam(search.view),
    }),
    component: lazyPage(() => import('./MetricsPage.js'), 'metrics', 'savedViews'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/metrics/new',
    staticData: { requires: ['create', 'Metric'] },
    component: lazyPage(() => import('./MetricCreatePage.js'), 'metrics'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/metrics/$metricId',
    staticData: { requires: ['read', 'Metric'] },
    validateSearch: (search: Record<string, unknown>): MetricSearch => ({
      edit: textParam(search.edit),
      from: dayParam(search.from),
      to: dayParam(search.to),
      grain: choiceParam(GRAINS)(search.grain),
      view: choiceParam(['control'] as const)(search.view),
      by: textParam(search.by),
      segment: textParam(search.segment),
      lines: textsParam(search.lines),
      compare: choiceParam(['previous', 'year'] as const)(search.compare),
      rows: textParam(search.rows),
    }),
    component: lazyPage(() => import('./MetricPage.js'), 'metrics', 'series', 'audit'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/metrics/$metricId/define',
    staticData: { requires: ['update', 'Metric'] },
    component: lazyPage(() => import('./MetricDefinePage.js'), 'metrics'),
  }),
] as const;
