import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { PeopleChoicesDocument } from './people-choices.generated.js';

/** Everybody, to be chosen from: who owns, sponsors, acts or decides. Pages of a hundred are asked for until there are no more. */
export function usePeopleChoices(): { value: string; label: string }[] {
  const { data, fetchMore } = useQuery(PeopleChoicesDocument);
  const page = data?.people.pageInfo;
  useEffect(() => {
    if (page?.hasNextPage) void fetchMore({ variables: { after: page.endCursor } });
  }, [page, fetchMore]);
  return (data?.people.edges ?? []).map(({ node }) => ({ value: node.id, label: node.name }));
}
