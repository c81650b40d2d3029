import { lazyRouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { i18n } from '../i18n/i18n.js';

/**
 * A page that arrives when first visited, together with its texts, so that it never shows without them.
 * The page module's default export is the page. Its type is not looked into here: a page reads its route's search
 * params, whose type comes from the route, which would then come from the page; the compiler gives up on such a circle.
 */
export function lazyPage(load: () => Promise<{ default: unknown }>, ...namespaces: string[]) {
  return lazyRouteComponent(async () => {
    const [page] = await Promise.all([load(), i18n.loadNamespaces(namespaces)]);
    return page as { default: ComponentType };
  });
}
