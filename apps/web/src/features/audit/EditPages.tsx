import { Button, Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Connection, Paged } from '../../ui/connection-rows.js';
import { ErrorState } from '../../ui/ErrorState.js';

interface EditPagesProps<Edit> {
  query: Paged;
  history: Connection<Edit> | undefined;
  className?: string;
  /** The latest carries the highest number. */
  reversed?: boolean;
  /** What to say where nothing was done yet. */
  none?: ReactNode;
  /** An item of the list. */
  children: (edit: Edit) => ReactNode;
}

/** What was done, latest first, a few at a time. */
export function EditPages<Edit>({ query, history, className, reversed, none, children }: EditPagesProps<Edit>) {
  const { t } = useTranslation('audit');
  return (
    <>
      {query.error !== undefined && !history && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {!history && query.error === undefined && <Skeleton height={80} />}
      {history?.edges.length === 0 && none}
      <ol className={className} reversed={reversed}>
        {history?.edges.map(({ node }) => children(node))}
      </ol>
      {history?.pageInfo.hasNextPage && (
        <Button
          size="xs"
          variant="default"
          mt="sm"
          loading={query.loading}
          onClick={() => void query.fetchMore({ variables: { after: history.pageInfo.endCursor } })}
        >
          {t('history.more')}
        </Button>
      )}
    </>
  );
}
