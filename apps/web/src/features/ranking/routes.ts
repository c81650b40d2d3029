import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../session/lazy-page.js';
import { appRoute } from '../../shell/app-route.js';
import { choiceParam, flagParam, textParam } from '../../ui/search-params.js';
import { RANKING_PANELS, RANKING_STATES, type RankingPanel } from './ranking-words.js';
import type { RankingState } from './ranking.generated.js';

export interface RankingSearch {
  q?: string;
  state?: RankingState;
  /** What waits for the reader's judgement. */
  mine?: true;
  sort?: string;
  /** The form for a new one is open. */
  add?: true;
}

export interface RoundSearch {
  panel?: RankingPanel;
  /** Whose weight is being set. */
  touchpoint?: string;
}

export const rankingRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/ranking',
    staticData: { requires: ['read', 'Ranking'] },
    validateSearch: (search: Record<string, unknown>): RankingSearch => ({
      q: textParam(search.q),
      state: choiceParam(RANKING_STATES)(search.state),
      mine: flagParam(search.mine),
      sort: textParam(search.sort),
      add: flagParam(search.add),
    }),
    component: lazyPage(() => import('./RankingPage.js'), 'ranking'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/ranking/$roundId',
    staticData: { requires: ['read', 'Ranking'] },
    validateSearch: (search: Record<string, unknown>): RoundSearch => ({
      panel: choiceParam(RANKING_PANELS)(search.panel),
      touchpoint: textParam(search.touchpoint),
    }),
    component: lazyPage(() => import('./RoundPage.js'), 'ranking'),
  }),
] as const;
