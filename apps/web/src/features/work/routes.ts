import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../session/lazy-page.js';
import { appRoute } from '../../shell/app-route.js';

export const workRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/work',
    staticData: { requires: ['read', 'Observation'] },
    component: lazyPage(() => import('./WorkPage.js'), 'work', 'alerts', 'concerns', 'initiatives'),
  }),
] as const;
