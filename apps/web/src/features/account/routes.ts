import { createRoute, redirect } from '@tanstack/react-router';
import { lazyPage } from '../../session/lazy-page.js';
import { loadViewer } from '../../session/session.js';
import { appRoute } from '../../shell/app-route.js';
import { rootRoute } from '../../shell/root-route.js';
import { safeNext } from './safe-next.js';

/** Before a session exists. */
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
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/invitation',
    staticData: { requires: 'public' },
    component: lazyPage(() => import('./InvitationPage.js'), 'account'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/forgot-password',
    staticData: { requires: 'public' },
    component: lazyPage(() => import('./ForgotPasswordPage.js'), 'account'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/reset',
    staticData: { requires: 'public' },
    component: lazyPage(() => import('./ResetPasswordPage.js'), 'account'),
  }),
] as const;

export const profileRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/profile',
    staticData: { requires: 'signed-in' },
    component: lazyPage(() => import('./ProfilePage.js'), 'account', 'concerns'),
  }),
] as const;
