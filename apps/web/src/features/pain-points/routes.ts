import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../session/lazy-page.js';
import { appRoute } from '../../shell/app-route.js';
import { choiceParam, countParam, flagParam, textParam } from '../../ui/search-params.js';
import type { PainPointKind, PainPointState } from './pain-points.generated.js';
import { PAIN_POINT_KINDS, PAIN_POINT_PANELS, PAIN_POINT_STATES, type PainPointPanel } from './pain-point-words.js';

export interface PainPointsSearch {
  q?: string;
  state?: PainPointState;
  kind?: PainPointKind;
  journey?: string;
  touchpoint?: string;
  /** At least so severe. */
  severity?: number;
  /** Nothing takes it up. */
  untaken?: true;
  archived?: true;
  sort?: string;
  /** The saved view whose filters these are, or were. */
  view?: string;
  /** The form for a new one is open. */
  add?: true;
}

export interface PainPointSearch {
  panel?: PainPointPanel;
  /** The state that the panel leads to. */
  to?: PainPointState;
}

export type OpenPanel = (panel: PainPointPanel | undefined, to?: PainPointState) => void;

export const painPointRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/pain-points',
    staticData: { requires: ['read', 'PainPoint'] },
    validateSearch: (search: Record<string, unknown>): PainPointsSearch => ({
      q: textParam(search.q),
      state: choiceParam(PAIN_POINT_STATES)(search.state),
      kind: choiceParam(PAIN_POINT_KINDS)(search.kind),
      journey: textParam(search.journey),
      touchpoint: textParam(search.touchpoint),
      severity: severityParam(search.severity),
      untaken: flagParam(search.untaken),
      archived: flagParam(search.archived),
      sort: textParam(search.sort),
      view: textParam(search.view),
      add: flagParam(search.add),
    }),
    component: lazyPage(() => import('./PainPointsPage.js'), 'painPoints', 'savedViews'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/pain-points/$painPointId',
    staticData: { requires: ['read', 'PainPoint'] },
    validateSearch: (search: Record<string, unknown>): PainPointSearch => ({
      panel: choiceParam(PAIN_POINT_PANELS)(search.panel),
      to: choiceParam(PAIN_POINT_STATES)(search.to),
    }),
    component: lazyPage(
      () => import('./PainPointPage.js'),
      'painPoints',
      'feedback',
      'opportunities',
      'initiatives',
      'effects',
    ),
  }),
] as const;

function severityParam(value: unknown): number | undefined {
  const severity = countParam(value);
  return severity !== undefined && severity <= 5 ? severity : undefined;
}
