import { createRoute, redirect } from '@tanstack/react-router';
import { changeLocale } from '../i18n/i18n.js';
import { nearestLocale } from '../i18n/locales.js';
import { loadViewer } from '../session/session.js';
import { ErrorPage } from './ErrorPage.js';
import { NotFoundInShell } from './NotFoundPage.js';
import { rootRoute } from './root-route.js';
import { Shell } from './Shell.js';

/** Everything behind the session hangs under this route; what each page further requires, the shell checks. */
export const appRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'app',
  staticData: { requires: 'signed-in' },
  beforeLoad: async ({ context, location }) => {
    const viewer = await loadViewer(context.client);
    if (!viewer)
      throw redirect({ to: '/sign-in', search: { next: location.href === '/' ? undefined : location.href } });
    await changeLocale(nearestLocale(viewer.locale));
  },
  component: Shell,
  errorComponent: ErrorPage,
  notFoundComponent: NotFoundInShell,
});
