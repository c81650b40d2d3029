import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { ErrorState } from '../../ui/ErrorState.js';
import { OpportunityBeginningDocument } from './opportunities.generated.js';
import { OpportunityForm } from './OpportunityForm.js';

interface NewOpportunityProps {
  painPointId: string | undefined;
  onDone: () => void;
}

/** A new one, from scratch or begun at a pain point. */
export function NewOpportunity({ painPointId, onDone }: NewOpportunityProps) {
  const { data, error, refetch } = useQuery(OpportunityBeginningDocument, {
    variables: { id: painPointId ?? '' },
    skip: painPointId === undefined,
  });
  if (painPointId !== undefined && !data)
    return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={320} />;
  return <OpportunityForm opportunity={undefined} painPoint={data?.painPoint} onDone={onDone} />;
}
