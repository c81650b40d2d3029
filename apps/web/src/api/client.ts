import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client';
import { SetContextLink } from '@apollo/client/link/context';
import { ErrorLink } from '@apollo/client/link/error';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { getMainDefinition } from '@apollo/client/utilities';
import { createClient } from 'graphql-ws';
import { i18n } from '../i18n/i18n.js';
import { toAppError } from './app-error.js';
import { createCache } from './cache.js';

const isSubscription = (operation: ApolloLink.Operation) => {
  const definition = getMainDefinition(operation.query);
  return definition.kind === 'OperationDefinition' && definition.operation === 'subscription';
};

/** @param onSignedOut called when the server no longer knows the session, whatever the page was doing. */
export function createApiClient(onSignedOut: () => void): ApolloClient {
  const http = new HttpLink({
    uri: '/graphql',
    credentials: 'same-origin',
    // A form of another site cannot set this header: with the cookie's SameSite it closes request forgery.
    headers: { 'x-touchstone-csrf': '1' },
  });
  const live = new GraphQLWsLink(
    createClient({
      url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
      lazy: true,
      retryAttempts: Infinity,
      shouldRetry: () => true,
    }),
  );
  const language = new SetContextLink((previous) => ({
    headers: { ...(previous.headers as Record<string, string> | undefined), 'accept-language': i18n.language },
  }));
  const signedOut = new ErrorLink(({ error, operation }) => {
    // The viewer query and sign-in answer this code as their result; elsewhere it means the session has gone.
    const asking = operation.operationName === 'Viewer' || operation.operationName === 'SignIn';
    if (!asking && toAppError(error).code === 'UNAUTHENTICATED') onSignedOut();
  });
  return new ApolloClient({
    cache: createCache(),
    link: ApolloLink.split(isSubscription, live, ApolloLink.from([signedOut, language, http])),
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network' } },
  });
}
