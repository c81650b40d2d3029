import { skipToken, useApolloClient, useSubscription } from '@apollo/client/react';
import { useEffect } from 'react';
import type { AssessmentState } from './assessments.generated.js';
import { ResponsesArrivedDocument } from './invitations.generated.js';

interface LiveResponses {
  /** Null while a wave takes no answers; false when figures may be behind. */
  live: boolean | null;
}

/** Keeps the counts of an open wave as fresh as the answers; counts only, never who. */
export function useLiveResponses(assessmentId: string, state: AssessmentState): LiveResponses {
  const client = useApolloClient();
  const open = state === 'OPEN';
  const { data, error } = useSubscription(ResponsesArrivedDocument, open ? { variables: { assessmentId } } : skipToken);
  const groups = data?.responsesArrived.groups;
  useEffect(() => {
    for (const group of groups ?? [])
      client.cache.modify({
        id: client.cache.identify({ __typename: 'RaterGroup', id: group.raterGroupId }),
        fields: {
          opened: () => group.opened,
          submitted: () => group.submitted,
          lastSubmittedOn: () => group.lastSubmittedOn,
        },
      });
  }, [client, groups]);

  // After a gap in the connection nothing says what was missed: ask once when the page is looked at again.
  useEffect(() => {
    if (!open) return undefined;
    const catchUp = () => {
      if (document.visibilityState === 'visible') void client.refetchQueries({ include: ['AssessmentRun'] });
    };
    document.addEventListener('visibilitychange', catchUp);
    return () => document.removeEventListener('visibilitychange', catchUp);
  }, [client, open]);
  return { live: open ? !error : null };
}
