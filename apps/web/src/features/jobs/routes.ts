import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../session/lazy-page.js';
import { appRoute } from '../../shell/app-route.js';
import { choiceParam, textParam } from '../../ui/search-params.js';
import type { JobState } from './jobs.generated.js';

export const jobStates: JobState[] = ['WAITING', 'ACTIVE', 'COMPLETED', 'FAILED', 'DEAD'];

export interface JobsSearch {
  state?: JobState;
  /** The job whose details are open. */
  job?: string;
}

export const jobRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/admin/jobs',
    staticData: { requires: ['read', 'Job'] },
    validateSearch: (search: Record<string, unknown>): JobsSearch => ({
      state: choiceParam(jobStates)(search.state),
      job: textParam(search.job),
    }),
    component: lazyPage(() => import('./JobsPage.js'), 'jobs'),
  }),
] as const;
