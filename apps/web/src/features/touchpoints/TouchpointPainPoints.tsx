import { useQuery } from '@apollo/client/react';
import { Button, Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { useCan } from '../../session/session.js';
import { AppLink } from '../../ui/AppLink.js';
import { connectionRows } from '../../ui/connection-rows.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { Panel } from '../../ui/Panel.js';
import { PlainTable } from '../../ui/PlainTable.js';
import classes from './TouchpointPage.module.css';
import { TouchpointPainPointsDocument } from './touchpoints.generated.js';

const PAGE = 10;

/** What customers run into here, the gravest first. */
export function TouchpointPainPoints({ touchpointId }: { touchpointId: string }) {
  const mayRead = useCan()('read', 'PainPoint');
  return mayRead ? <PainPoints touchpointId={touchpointId} /> : null;
}

function PainPoints({ touchpointId }: { touchpointId: string }) {
  const { t } = useTranslation('touchpoints');
  const words = useTranslation('painPoints').t;
  const formats = useFormats();
  const query = useQuery(TouchpointPainPointsDocument, {
    variables: { touchpointId, first: PAGE },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const { rows, hasMore, onMore, onRetry, loading, error } = connectionRows(query, query.data?.painPoints);
  return (
    <Panel
      title={words('title')}
      actions={
        <AppLink to="/pain-points" search={{ touchpoint: touchpointId }} size="sm">
          {t('page.allPainPoints')}
        </AppLink>
      }
    >
      {!rows && (error ? <ErrorState error={error} onRetry={onRetry} /> : <Skeleton height={96} />)}
      {rows?.length === 0 && <p className={classes.muted}>{t('page.noPainPoints')}</p>}
      {rows && rows.length > 0 && (
        <PlainTable
          label={words('title')}
          columns={[
            { key: 'title', title: words('field.title') },
            { key: 'state', title: words('field.state') },
            { key: 'severity', title: words('field.severity') },
            { key: 'frequency', title: words('field.frequency'), number: true },
            { key: 'feedback', title: words('field.feedback'), number: true },
            { key: 'initiatives', title: words('field.initiatives'), number: true },
          ]}
          rows={rows.map(
            ({ id, number, title, state, severity, frequencyCount: count, frequencyBase: base, ...row }) => ({
              key: id,
              cells: [
                <AppLink key="title" to="/pain-points/$painPointId" params={{ painPointId: id }} size="sm">
                  P-{number} {title}
                </AppLink>,
                words(`state.${state}`),
                severity
                  ? words('severityOf', { value: severity, words: words(`severity.${severity as 1}`) })
                  : words('unsaid'),
                count == null || base == null
                  ? words('unsaid')
                  : words('shareOf', {
                      share: formats.percent(count / base),
                      count: formats.number(count),
                      base: formats.number(base),
                    }),
                formats.number(row.feedbackCount),
                row.initiativeCount === 0 ? words('nothingTakesItUp') : formats.number(row.initiativeCount),
              ],
            }),
          )}
        />
      )}
      {hasMore && (
        <Button variant="default" size="xs" mt="md" onClick={onMore} loading={loading}>
          {words('feedback.more', { shown: rows?.length, total: query.data?.painPoints.totalCount })}
        </Button>
      )}
    </Panel>
  );
}
