import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { AppLink } from '../../ui/AppLink.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { Panel } from '../../ui/Panel.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import classes from './Metric.module.css';
import { type MetricFieldsFragment, UnlinkMetricDocument } from './metrics.generated.js';
import { useRefusal } from '../../ui/use-refusal.js';

interface PanelProps {
  metric: MetricFieldsFragment;
  onEdit: ((edit: string) => void) | undefined;
}

/** What the metric speaks about. A link that is taken away can be made again at once, so nobody is asked. */
export function LinksPanel({ metric, onEdit }: PanelProps) {
  const { t } = useTranslation('metrics');
  const [unlink, busy] = useAct(UnlinkMetricDocument, { refetch: ['MetricList', 'LinkCandidates'] });
  const [refusal, attempt] = useRefusal();
  return (
    <Panel
      title={t('page.links')}
      actions={
        onEdit && (
          <Button size="xs" variant="default" onClick={() => onEdit('link')}>
            {t('link.add')}
          </Button>
        )
      }
    >
      {metric.links.length === 0 ? (
        <p className={classes.quiet}>{t('link.none')}</p>
      ) : (
        <ul className={classes.list}>
          {metric.links.map((link) => (
            <li key={link.id} className={classes.item}>
              <span className={classes.what}>
                <Linked link={link} />{' '}
                {link.archived && <StatusBadge tone="quiet">{t('list.archivedOne')}</StatusBadge>}
                <span className={classes.quiet}>
                  {' '}
                  {t(`link.kind.${link.kind}`)}
                  {link.within && ` · ${link.within}`}
                </span>
              </span>
              {onEdit && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  disabled={busy}
                  onClick={() => void attempt(unlink({ id: link.id }))}
                  aria-label={t('link.removeOne', { name: link.name })}
                >
                  {t('remove')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {refusal && <ErrorState error={refusal} />}
    </Panel>
  );
}

/** The way to what the metric speaks about, where that has a page of its own. */
function Linked({ link: { kind, objectId, name } }: { link: MetricFieldsFragment['links'][number] }) {
  if (kind === 'TOUCHPOINT')
    return (
      <AppLink to="/touchpoints/$touchpointId" params={{ touchpointId: objectId }} size="sm">
        {name}
      </AppLink>
    );
  if (kind === 'JOURNEY')
    return (
      <AppLink to="/journeys/$journeyId" params={{ journeyId: objectId }} size="sm">
        {name}
      </AppLink>
    );
  return <>{name}</>;
}
