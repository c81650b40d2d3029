import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { OwnerChoicesDocument } from './metrics.generated.js';

/** Every team that may own a metric. Pages of a hundred are asked for until there are no more. */
export function useOwnerChoices(): { value: string; label: string }[] {
  const { data, fetchMore } = useQuery(OwnerChoicesDocument);
  const page = data?.teams.pageInfo;
  useEffect(() => {
    if (page?.hasNextPage) void fetchMore({ variables: { after: page.endCursor } });
  }, [page, fetchMore]);
  return (data?.teams.edges ?? []).map(({ node }) => ({
    value: node.id,
    label: node.businessUnitName ? `${node.name} · ${node.businessUnitName}` : node.name,
  }));
}
