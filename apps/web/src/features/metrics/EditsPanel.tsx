import { useQuery } from '@apollo/client/react';
import { Button, Skeleton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../ui/ErrorState.js';
import { Panel } from '../../ui/Panel.js';
import { RelativeTime } from '../../ui/RelativeTime.js';
import { useAuditText } from '../audit/index.js';
import classes from './Metric.module.css';
import { MetricHistoryDocument, type MetricFieldsFragment } from './metrics.generated.js';
import { useEdits } from './use-edits.js';

const PAGE = 5;

/** What was done to the metric and by whom, latest first. */
export function EditsPanel({ metric }: { metric: MetricFieldsFragment }) {
  const { t } = useTranslation('metrics');
  const text = useAuditText();
  const editsOf = useEdits();
  const { data, error, loading, refetch, fetchMore } = useQuery(MetricHistoryDocument, {
    variables: { id: metric.id, first: PAGE },
    // A definition is edited on a page of its own.
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  // Whatever else is edited comes back as the metric, changed.
  const read = useRef(metric);
  useEffect(() => {
    if (read.current === metric) return;
    read.current = metric;
    void refetch();
  }, [metric, refetch]);
  const history = data?.metricHistory;
  return (
    <Panel title={t('edits.title')}>
      {error && !history && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!history && !error && <Skeleton height={80} />}
      {history?.edges.length === 0 && <p className={classes.quiet}>{t('edits.none')}</p>}
      <ol className={classes.list} reversed>
        {history?.edges.map(({ node: edit }) => {
          const fields = editsOf(edit.changes);
          return (
            <li key={edit.id} className={classes.item}>
              <span className={classes.what}>
                {text.act(edit.act)}
                <span className={classes.quiet}>
                  {' '}
                  {text.actor(edit.actorKind, edit.actorName ?? null)} · <RelativeTime at={edit.occurredAt} />
                </span>
                {fields.map((said) => (
                  <p key={said} className={classes.quiet}>
                    {said}
                  </p>
                ))}
              </span>
            </li>
          );
        })}
      </ol>
      {history?.pageInfo.hasNextPage && (
        <Button
          size="xs"
          variant="default"
          mt="sm"
          loading={loading}
          onClick={() => void fetchMore({ variables: { after: history.pageInfo.endCursor } })}
        >
          {t('edits.more')}
        </Button>
      )}
    </Panel>
  );
}
