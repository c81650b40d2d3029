import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../session/lazy-page.js';
import { appRoute } from '../../shell/app-route.js';

export const homeRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/',
    staticData: { requires: 'signed-in' },
    component: lazyPage(() => import('./HomePage.js'), 'home'),
  }),
] as const;
