import type { ApolloClient } from '@apollo/client';
import { createRootRouteWithContext } from '@tanstack/react-router';
import { ErrorPage } from './ErrorPage.js';
import { NotFoundPage } from './NotFoundPage.js';

export interface RouterContext {
  client: ApolloClient;
}

export const rootRoute = createRootRouteWithContext<RouterContext>()({
  staticData: { requires: 'public' },
  errorComponent: ErrorPage,
  notFoundComponent: NotFoundPage,
});
