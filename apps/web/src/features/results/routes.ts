import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../session/lazy-page.js';
import { appRoute } from '../../shell/app-route.js';
import { choiceParam, flagParam, textParam } from '../../ui/search-params.js';
import { GAP_KINDS } from './gap-rows.js';
import { NODE_FILTERS, SCORE_COLUMNS } from './score-table.js';

export const RESULT_VIEWS = ['profile', 'heatmap', 'numbers', 'distribution', 'gaps', 'comments'] as const;

export interface ResultsSearch {
  view?: (typeof RESULT_VIEWS)[number];
  /** Rater group of the profile; none is everybody. */
  group?: string;
  show?: (typeof NODE_FILTERS)[number];
  /** Every group apart in the table of numbers. */
  apart?: true;
  sort?: (typeof SCORE_COLUMNS)[number];
  down?: true;
  gaps?: (typeof GAP_KINDS)[number];
  beyond?: true;
  practice?: string;
  /** The score whose computation is shown, as `KIND:node:group`. */
  explain?: string;
}

export const resultsRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/assessments/$assessmentId/results',
    staticData: { requires: ['read', 'ResultSet'] },
    validateSearch: (search: Record<string, unknown>): ResultsSearch => ({
      view: choiceParam(RESULT_VIEWS)(search.view),
      group: textParam(search.group),
      show: choiceParam(NODE_FILTERS)(search.show),
      apart: flagParam(search.apart),
      sort: choiceParam(SCORE_COLUMNS)(search.sort),
      down: flagParam(search.down),
      gaps: choiceParam(GAP_KINDS)(search.gaps),
      beyond: flagParam(search.beyond),
      practice: textParam(search.practice),
      explain: textParam(search.explain),
    }),
    component: lazyPage(() => import('./ResultsPage.js'), 'results', 'assessments', 'job'),
  }),
] as const;
