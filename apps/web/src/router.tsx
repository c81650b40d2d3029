import type { ApolloClient } from '@apollo/client';
import { createRouter } from '@tanstack/react-router';
import { accessTokenRoutes } from './features/access-tokens/routes.js';
import { accountRoutes, profileRoutes } from './features/account/routes.js';
import { alertRoutes } from './features/alerts/routes.js';
import { assessmentRoutes } from './features/assessments/routes.js';
import { auditRoutes } from './features/audit/routes.js';
import { comparisonRoutes } from './features/comparison/routes.js';
import { decisionRoutes } from './features/decisions/routes.js';
import { ecosystemRoutes } from './features/ecosystem/routes.js';
import { feedbackImportRoutes } from './features/feedback-imports/routes.js';
import { feedbackRoutes } from './features/feedback/routes.js';
import { goalRoutes } from './features/goals/routes.js';
import { homeRoutes } from './features/home/routes.js';
import { importRoutes } from './features/imports/routes.js';
import { initiativeRoutes } from './features/initiatives/routes.js';
import { jobRoutes } from './features/jobs/routes.js';
import { metricRoutes } from './features/metrics/routes.js';
import { journeyRoutes } from './features/journeys/routes.js';
import { modelRoutes } from './features/models/routes.js';
import { observationRoutes } from './features/observations/routes.js';
import { opportunityRoutes } from './features/opportunities/routes.js';
import { organizationRoutes } from './features/organization/routes.js';
import { ownershipRoutes } from './features/ownership/routes.js';
import { painPointRoutes } from './features/pain-points/routes.js';
import { peopleRoutes } from './features/people/routes.js';
import { personaRoutes } from './features/personas/routes.js';
import { portfolioRoutes } from './features/portfolio/routes.js';
import { rankingRoutes } from './features/ranking/routes.js';
import { resultsRoutes } from './features/results/routes.js';
import { scorecardRoutes } from './features/scorecards/routes.js';
import { touchpointRoutes } from './features/touchpoints/routes.js';
import { traceRoutes } from './features/trace/routes.js';
import { workRoutes } from './features/work/routes.js';
import { appRoute } from './shell/app-route.js';
import { rootRoute } from './shell/root-route.js';
import { PageSkeleton } from './shell/Shell.js';

// Behind the session; a feature brings its own list.
const inside = [
  ...homeRoutes,
  ...workRoutes,
  ...modelRoutes,
  ...assessmentRoutes,
  ...goalRoutes,
  ...scorecardRoutes,
  ...ecosystemRoutes,
  ...metricRoutes,
  ...alertRoutes,
  ...importRoutes,
  ...observationRoutes,
  ...feedbackRoutes,
  ...feedbackImportRoutes,
  ...resultsRoutes,
  ...comparisonRoutes,
  ...touchpointRoutes,
  ...ownershipRoutes,
  ...journeyRoutes,
  ...personaRoutes,
  ...painPointRoutes,
  ...opportunityRoutes,
  ...initiativeRoutes,
  ...decisionRoutes,
  ...portfolioRoutes,
  ...rankingRoutes,
  ...traceRoutes,
  ...profileRoutes,
  ...organizationRoutes,
  ...peopleRoutes,
  ...accessTokenRoutes,
  ...jobRoutes,
  ...auditRoutes,
] as const;
// Before it: sign-in, invitations, passwords.
const outside = [...accountRoutes] as const;

const routeTree = rootRoute.addChildren([...outside, appRoute.addChildren([...inside])]);

export function createAppRouter(client: ApolloClient) {
  return createRouter({
    routeTree,
    context: { client },
    defaultPreload: 'intent',
    defaultPendingComponent: PageSkeleton,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
