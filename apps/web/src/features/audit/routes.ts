import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../session/lazy-page.js';
import { appRoute } from '../../shell/app-route.js';
import { textParam } from '../../ui/search-params.js';

export interface AuditSearch {
  q?: string;
  kind?: string;
  act?: string;
  /** Only what happened to one object. */
  object?: string;
  /** The event whose details are open, by its number in the chain. */
  event?: number;
}

export const auditRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/admin/audit',
    staticData: { requires: ['read', 'AuditTrail'] },
    validateSearch: (search: Record<string, unknown>): AuditSearch => ({
      q: textParam(search.q),
      kind: textParam(search.kind),
      act: textParam(search.act),
      object: textParam(search.object),
      event: Number.isInteger(search.event) ? Number(search.event) : undefined,
    }),
    component: lazyPage(() => import('./AuditPage.js'), 'audit'),
  }),
] as const;
