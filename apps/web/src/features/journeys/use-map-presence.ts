import { useSubscription } from '@apollo/client/react';
import { useCallback, useState } from 'react';
import { JourneyPresenceDocument, type JourneyPresenceSubscription, type MapLane } from './journey-map.generated.js';

type Others = JourneyPresenceSubscription['journeyPresence'];
const NOBODY: Others = [];

/** Tells the others that the map is open here and which cell is being written, and who they are. */
export function useMapPresence(journeyId: string) {
  const [writing, write] = useState<string | null>(null);
  const [stageId, lane] = writing?.split(':') ?? [];
  // Another cell is another seat: until its first answer the company is the one that was known.
  const [others, setOthers] = useState<Others>(NOBODY);
  useSubscription(JourneyPresenceDocument, {
    variables: { journeyId, stageId: stageId ?? null, lane: (lane as MapLane | undefined) ?? null },
    onData: ({ data: { data } }) => data && setOthers(data.journeyPresence),
    onError: () => setOthers(NOBODY),
  });
  const writersIn = useCallback(
    (cell: string) =>
      others.filter((other) => other.stageId && `${other.stageId}:${other.lane}` === cell).map(({ name }) => name),
    [others],
  );
  return { others, writersIn, write };
}
