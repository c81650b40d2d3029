import { createRoute, redirect } from '@tanstack/react-router';
import { lazyPage } from '../../session/lazy-page.js';
import { loadViewer } from '../../session/session.js';
import { rootRoute } from '../../shell/root-route.js';
import { safeNext } from './safe-next.js';

export const accountRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/sign-in',
    staticData: { requires: 'public' },
    validateSearch: (search: Record<string, unknown>): { next?: string } => ({ next: safeNext(search.next) }),
    beforeLoad: async ({ context, search }) => {
      if (await loadViewer(context.client)) throw redirect({ href: search.next ?? '/' });
    },
    component: lazyPage(() => import('./SignInPage.js'), 'account'),
  }),
] as const;
