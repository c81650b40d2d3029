import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { type HealthFieldsFragment, JourneyHealthsDocument } from './scorecards.generated.js';

/** At most so many are asked for at once. */
const MOST = 500;

/** How the journeys of a list go, by id; those that have not arrived yet are not in it. */
export function useJourneyHealths(ids: readonly string[]): ReadonlyMap<string, HealthFieldsFragment> {
  const asked = ids.slice(0, MOST);
  const { data, previousData } = useQuery(JourneyHealthsDocument, {
    variables: { ids: asked },
    skip: asked.length === 0,
  });
  const healths = (data ?? previousData)?.journeyHealths;
  return useMemo(() => new Map((healths ?? []).map(({ journeyId, health }) => [journeyId, health])), [healths]);
}
