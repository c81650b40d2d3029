import { useQuery } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/Panel.js';
import { RelativeTime } from '../../ui/RelativeTime.js';
import { EditPages, useAuditText } from '../audit/index.js';
import classes from './Metric.module.css';
import { MetricHistoryDocument, type MetricFieldsFragment } from './metrics.generated.js';
import { useEdits } from './use-edits.js';

const PAGE = 5;

/** What was done to the metric and by whom, latest first. */
export function EditsPanel({ metric }: { metric: MetricFieldsFragment }) {
  const { t } = useTranslation('metrics');
  const text = useAuditText();
  const editsOf = useEdits();
  const query = useQuery(MetricHistoryDocument, {
    variables: { id: metric.id, first: PAGE },
    // A definition is edited on a page of its own.
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  // Whatever else is edited comes back as the metric, changed.
  const { refetch } = query;
  const read = useRef(metric);
  useEffect(() => {
    if (read.current === metric) return;
    read.current = metric;
    void refetch();
  }, [metric, refetch]);
  return (
    <Panel title={t('edits.title')}>
      <EditPages
        query={query}
        history={query.data?.metricHistory}
        className={classes.list}
        reversed
        none={<p className={classes.quiet}>{t('edits.none')}</p>}
      >
        {(edit) => (
          <li key={edit.id} className={classes.item}>
            <span className={classes.what}>
              {text.act(edit.act)}
              <span className={classes.quiet}>
                {' '}
                {text.actor(edit.actorKind, edit.actorName ?? null)} · <RelativeTime at={edit.occurredAt} />
              </span>
              {editsOf(edit.changes).map((said) => (
                <p key={said} className={classes.quiet}>
                  {said}
                </p>
              ))}
            </span>
          </li>
        )}
      </EditPages>
    </Panel>
  );
}
