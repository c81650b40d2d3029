import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { ErrorState } from '../../ui/ErrorState.js';
import { InitiativeForm } from './InitiativeForm.js';
import { StartingPointDocument } from './initiatives.generated.js';

interface NewInitiativeProps {
  opportunityId: string | undefined;
  onDone: (created?: string) => void;
}

/** A new one, from scratch or acting upon an opportunity. */
export function NewInitiative({ opportunityId, onDone }: NewInitiativeProps) {
  const { data, error, refetch } = useQuery(StartingPointDocument, {
    variables: { id: opportunityId ?? '' },
    skip: opportunityId === undefined,
  });
  if (opportunityId !== undefined && !data)
    return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={320} />;
  return <InitiativeForm initiative={undefined} opportunity={data?.opportunity} onDone={onDone} />;
}
