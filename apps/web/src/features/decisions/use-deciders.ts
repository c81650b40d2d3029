import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { DecidersDocument } from './decisions.generated.js';

/** Everybody but the one who asks: nobody decides what they asked for. */
export function useDeciders(askedById: string): { value: string; label: string }[] {
  const { data, fetchMore } = useQuery(DecidersDocument);
  const page = data?.people.pageInfo;
  useEffect(() => {
    if (page?.hasNextPage) void fetchMore({ variables: { after: page.endCursor } });
  }, [page, fetchMore]);
  return (data?.people.edges ?? [])
    .filter(({ node }) => node.id !== askedById)
    .map(({ node }) => ({ value: node.id, label: node.name }));
}
