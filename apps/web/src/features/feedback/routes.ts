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
  /** What is looked at; absent: the first. */
  at?: string;
  /** The form that is open. */
  act?: TriageAct | 'record';
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
      at: textParam(search.at),
      act: choiceParam([...TRIAGE_ACTS, 'record'] as const)(search.act),
    }),
    component: lazyPage(() => import('./InboxPage.js'), 'feedback'),
  }),
] as const;
