import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { type LocalizedText, useLocalizedText } from '../../i18n/localized-text.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { InitiativeForm } from './InitiativeForm.js';
import { StartingGapDocument, StartingPointDocument } from './initiatives.generated.js';

interface NewInitiativeProps {
  opportunityId: string | undefined;
  /** The gap of an assessment that it takes up. */
  gap: { assessmentId: string; nodeId: string } | undefined;
  onDone: (created?: string) => void;
}

/** A new one: from scratch, acting upon an opportunity, or taking up a gap. */
export function NewInitiative({ opportunityId, gap, onDone }: NewInitiativeProps) {
  const text = useLocalizedText();
  const point = useQuery(StartingPointDocument, {
    variables: { id: opportunityId ?? '' },
    skip: opportunityId === undefined,
  });
  const results = useQuery(StartingGapDocument, {
    variables: { assessmentId: gap?.assessmentId ?? '' },
    skip: gap === undefined,
    // Kept apart: the results' own page holds more of the same.
    fetchPolicy: 'no-cache',
  });
  const waiting = [opportunityId !== undefined && !point.data && point, gap && !results.data && results].find(Boolean);
  if (waiting)
    return waiting.error ? (
      <ErrorState error={waiting.error} onRetry={() => void waiting.refetch()} />
    ) : (
      <Skeleton height={320} />
    );
  const found = results.data?.results;
  const node = found?.model.dimensions
    .flatMap(({ practices, ...dimension }) => [dimension, ...practices])
    .find(({ id }) => id === gap?.nodeId);
  const begun =
    gap && found
      ? { ...gap, part: node ? text(node.name as LocalizedText) : gap.nodeId, assessment: found.assessment.name }
      : undefined;
  return <InitiativeForm initiative={undefined} opportunity={point.data?.opportunity} gap={begun} onDone={onDone} />;
}
