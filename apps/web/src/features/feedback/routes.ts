import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../session/lazy-page.js';
import { appRoute } from '../../shell/app-route.js';
import { choiceParam, textParam } from '../../ui/search-params.js';
import { FEEDBACK_SOURCES, FEEDBACK_STATES, TRIAGE_ACTS, type TriageAct } from './feedback-words.js';
import type { FeedbackSource, FeedbackState } from './feedback.generated.js';

export interface InboxSearch {
  q?: string;
  /** Absent: what waits. */
  state?: FeedbackState;
  source?: FeedbackSource;
  touchpoint?: string;
  /** Rated, and so low. */
  rating?: number;
  /** What one import brought. */
  import?: string;
  /** What is looked at; absent: the first. */
  at?: string;
  /** The form that is open. */
  act?: TriageAct | 'record' | 'gap';
  /** The gap that is taken up. */
  assessment?: string;
  node?: string;
}

export const feedbackRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/inbox',
    staticData: { requires: ['read', 'Feedback'] },
    validateSearch: (search: Record<string, unknown>): InboxSearch => ({
      q: textParam(search.q),
      state: choiceParam(FEEDBACK_STATES)(search.state),
      source: choiceParam(FEEDBACK_SOURCES)(search.source),
      touchpoint: textParam(search.touchpoint),
      rating: ratingParam(search.rating),
      import: textParam(search.import),
      at: textParam(search.at),
      act: choiceParam([...TRIAGE_ACTS, 'record', 'gap'] as const)(search.act),
      assessment: textParam(search.assessment),
      node: textParam(search.node),
    }),
    component: lazyPage(() => import('./InboxPage.js'), 'feedback', 'audit'),
  }),
] as const;

/** What somebody typed is a rating only where it is a number. */
function ratingParam(value: unknown): number | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const rating = Number(value);
  return Number.isFinite(rating) ? rating : undefined;
}
