import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../session/lazy-page.js';
import { appRoute } from '../../shell/app-route.js';
import { choiceParam, textParam } from '../../ui/search-params.js';
import { ASSESSMENT_STATES, INVITATION_STATES, RUN_TABS } from './assessment-words.js';
import type { AssessmentState } from './assessments.generated.js';
import type { InvitationState } from './invitations.generated.js';

export interface AssessmentListSearch {
  q?: string;
  /** A column of the table, led by a minus when descending. */
  sort?: string;
  state?: AssessmentState;
}

export interface RunSearch {
  tab?: (typeof RUN_TABS)[number];
  q?: string;
  group?: string;
  invitation?: InvitationState;
  sort?: string;
}

export const assessmentRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/assessments',
    staticData: { requires: ['read', 'Assessment'] },
    validateSearch: (search: Record<string, unknown>): AssessmentListSearch => ({
      q: textParam(search.q),
      sort: textParam(search.sort),
      state: choiceParam(ASSESSMENT_STATES)(search.state),
    }),
    component: lazyPage(() => import('./AssessmentListPage.js'), 'assessments'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/assessments/new',
    staticData: { requires: ['create', 'Assessment'] },
    validateSearch: (search: Record<string, unknown>): { model?: string; previous?: string } => ({
      model: textParam(search.model),
      previous: textParam(search.previous),
    }),
    component: lazyPage(() => import('./AssessmentCreatePage.js'), 'assessments'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/assessments/$assessmentId',
    staticData: { requires: ['read', 'Assessment'] },
    validateSearch: (search: Record<string, unknown>): RunSearch => ({
      tab: choiceParam(RUN_TABS)(search.tab),
      q: textParam(search.q),
      group: textParam(search.group),
      sort: textParam(search.sort),
      invitation: choiceParam(INVITATION_STATES)(search.invitation),
    }),
    component: lazyPage(() => import('./AssessmentRunPage.js'), 'assessments', 'job'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/assessments/$assessmentId/edit',
    staticData: { requires: ['update', 'Assessment'] },
    component: lazyPage(() => import('./AssessmentEditPage.js'), 'assessments'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/assessments/$assessmentId/invite',
    staticData: { requires: ['create', 'Invitation'] },
    component: lazyPage(() => import('./InvitePage.js'), 'assessments'),
  }),
] as const;
