import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../session/lazy-page.js';
import { appRoute } from '../../shell/app-route.js';

export const scorecardRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/strategy/status',
    staticData: { requires: ['read', 'Goal'] },
    component: lazyPage(() => import('./ObjectiveStatusPage.js'), 'scorecards'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/scorecards',
    staticData: { requires: ['read', 'Metric'] },
    component: lazyPage(() => import('./OrganizationScorecardPage.js'), 'scorecards'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/journeys/$journeyId/health',
    staticData: { requires: ['read', 'Journey'] },
    component: lazyPage(() => import('./JourneyHealthPage.js'), 'scorecards'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/touchpoints/$touchpointId/scorecard',
    staticData: { requires: ['read', 'Touchpoint'] },
    component: lazyPage(() => import('./TouchpointScorecardPage.js'), 'scorecards'),
  }),
] as const;
