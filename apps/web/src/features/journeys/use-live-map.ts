import { useApolloClient, useSubscription } from '@apollo/client/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../session/session.js';
import { useAnnounce } from '../../ui/Announcer.js';
import { JourneyChangedDocument, JourneyMapDocument } from './journey-map.generated.js';

/** Brings in what colleagues change while the map is open; what one does oneself is there already. */
export function useLiveMap(journeyId: string): void {
  const { t } = useTranslation('journeys');
  const client = useApolloClient();
  const announce = useAnnounce();
  const { membershipId } = useViewer();
  useSubscription(JourneyChangedDocument, {
    variables: { journeyId },
    onData: ({ data: { data } }) => {
      if (!data || data.journeyChanged.membershipId === membershipId) return;
      void client.query({ query: JourneyMapDocument, variables: { id: journeyId }, fetchPolicy: 'network-only' });
      if (!data.journeyChanged.numbers) announce(t('map.changedElsewhere'));
    },
  });
  // After a gap in the connection nothing says what was missed: ask once when the page is looked at again.
  useEffect(() => {
    const catchUp = () => {
      if (document.visibilityState !== 'visible') return;
      void client.query({ query: JourneyMapDocument, variables: { id: journeyId }, fetchPolicy: 'network-only' });
    };
    document.addEventListener('visibilitychange', catchUp);
    return () => document.removeEventListener('visibilitychange', catchUp);
  }, [client, journeyId]);
}
