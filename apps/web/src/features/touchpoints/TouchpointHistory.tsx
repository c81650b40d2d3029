import { useQuery } from '@apollo/client/react';
import { Button, Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../ui/ErrorState.js';
import { Panel } from '../../ui/Panel.js';
import { RelativeTime } from '../../ui/RelativeTime.js';
import { useAuditText } from '../audit/index.js';
import { useEditedFields } from './edit-words.js';
import classes from './TouchpointPage.module.css';
import { TouchpointHistoryDocument } from './touchpoints.generated.js';

/** What was done to the touchpoint and by whom, latest first. */
export function TouchpointHistory({ touchpointId }: { touchpointId: string }) {
  const { t } = useTranslation('touchpoints');
  const text = useAuditText();
  const fieldsOf = useEditedFields();
  const { data, error, loading, refetch, fetchMore } = useQuery(TouchpointHistoryDocument, {
    variables: { id: touchpointId, first: 5 },
    // Edits are made on other pages.
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const history = data?.touchpointHistory;
  return (
    <Panel title={t('history.title')}>
      {error && !history && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!history && !error && <Skeleton height={80} />}
      {history?.edges.length === 0 && <p className={classes.muted}>{t('history.none')}</p>}
      <ol className={classes.history}>
        {history?.edges.map(({ node: edit }) => (
          <li key={edit.id}>
            <strong>{text.act(edit.act)}</strong>{' '}
            <span className={classes.quiet}>
              {text.actor(edit.actorKind, edit.actorName ?? null)} · <RelativeTime at={edit.occurredAt} />
            </span>
            <ul className={classes.changes}>
              {fieldsOf(edit.changes).map(({ label, before, after }) => (
                <li key={label}>{t('history.change', { label, before, after })}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {history?.pageInfo.hasNextPage && (
        <Button
          size="xs"
          variant="default"
          loading={loading}
          onClick={() => void fetchMore({ variables: { after: history.pageInfo.endCursor } })}
        >
          {t('history.more')}
        </Button>
      )}
    </Panel>
  );
}
