import { useQuery } from '@apollo/client/react';
import { Button, Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import { connectionRows } from '../../ui/connection-rows.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { Panel } from '../../ui/Panel.js';
import classes from './PainPoints.module.css';
import { PainPointFeedbackDocument } from './pain-points.generated.js';

const PAGE = 10;

/** What was said about it, newest first; of a common one, about those that it gathers too. */
export function FeedbackPanel({ painPointId }: { painPointId: string }) {
  const { t } = useTranslation('painPoints');
  const words = useTranslation('feedback').t;
  const formats = useFormats();
  const query = useQuery(PainPointFeedbackDocument, {
    variables: { first: PAGE, painPointId },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const { rows, totalCount, hasMore, onMore, onRetry, loading, error } = connectionRows(query, query.data?.feedback);
  return (
    <Panel title={t('feedback.title')}>
      {!rows && (error ? <ErrorState error={error} onRetry={onRetry} /> : <Skeleton height={120} />)}
      {rows?.length === 0 && (
        <p className={classes.quiet}>
          {t('feedback.none')}{' '}
          <AppLink to="/inbox" underline="always">
            {t('feedback.toInbox')}
          </AppLink>
        </p>
      )}
      {rows && rows.length > 0 && (
        <ul className={classes.plain}>
          {rows.map((row) => (
            <li key={row.id}>
              <p className={classes.said} lang={row.language === 'und' ? undefined : row.language}>
                {row.text}
              </p>
              <div className={classes.quiet}>
                {[
                  words(`source.${row.source}`),
                  row.touchpointName,
                  formats.date(row.saidAt),
                  row.rating == null ? null : t('feedback.rating', { rating: formats.number(row.rating) }),
                  row.mergedCount > 0 ? t('feedback.same', { count: row.mergedCount }) : null,
                  row.painPointId === painPointId ? null : `P-${row.painPointNumber}`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
                {' · '}
                <AppLink
                  to="/inbox"
                  search={{ state: 'LINKED', at: row.id }}
                  size="sm"
                  underline="always"
                  aria-label={t('feedback.openThis', { text: row.text.slice(0, 60) })}
                >
                  {t('feedback.open')}
                </AppLink>
              </div>
            </li>
          ))}
        </ul>
      )}
      {hasMore && (
        <Button variant="default" size="xs" mt="md" onClick={onMore} loading={loading}>
          {t('feedback.more', { shown: rows?.length, total: totalCount })}
        </Button>
      )}
    </Panel>
  );
}
