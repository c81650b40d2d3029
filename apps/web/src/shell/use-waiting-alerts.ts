import { useQuery, useSubscription } from '@apollo/client/react';
import { AlertBadgeDocument, AlertsChangedDocument } from './alert-badge.generated.js';

/** How many alerts wait for the reader, as far as known; not asked for whoever may see none. */
export const useWaitingAlerts = (mayRead = true): number =>
  useQuery(AlertBadgeDocument, { fetchPolicy: 'cache-first', skip: !mayRead }).data?.alertBadge.waiting ?? 0;

/** Keeps that number true while the page is open: once in the shell. */
export function useFollowAlerts(): void {
  useSubscription(AlertsChangedDocument, {
    onData: ({ client, data: { data } }) => {
      if (data) client.writeQuery({ query: AlertBadgeDocument, data: { alertBadge: data.alertsChanged } });
    },
  });
}
