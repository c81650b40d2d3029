import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { useCan } from '../../session/session.js';
import { LinkButton } from '../../ui/AppLink.js';
import { useConfirm } from '../../ui/ConfirmDialog.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { notifyDone } from '../../ui/notify.js';
import { TraceLink } from '../trace/index.js';
import { ArchiveMetricDocument, type MetricFieldsFragment, RestoreMetricDocument } from './metrics.generated.js';

interface MetricActsProps {
  metric: MetricFieldsFragment;
  /** Absent where nothing may be changed. */
  onRename: (() => void) | undefined;
}

/** The acts on a whole metric. Putting one away asks first; bringing it back does not. */
export function MetricActs({ metric, onRename }: MetricActsProps) {
  const { t } = useTranslation('metrics');
  const mayArchive = useCan()('archive', 'Metric');
  const refetch = ['MetricList'];
  const [archive, archiving] = useAct(ArchiveMetricDocument, { refetch });
  const [restore, restoring] = useAct(RestoreMetricDocument, { refetch });
  const [confirm, dialog] = useConfirm();
  const [error, setError] = useState<AppError | null>(null);
  const { id, version, name } = metric;

  const putAway = async () => {
    const yes = await confirm({
      title: t('act.archiveTitle', { name }),
      consequence: t('act.archiveConsequence'),
      act: t('act.archive'),
    });
    if (!yes) return;
    const outcome = await archive({ id, version });
    setError(outcome.error ?? null);
    if (!outcome.error) notifyDone(t('act.archived'));
  };
  const bringBack = async () => {
    const outcome = await restore({ id, version });
    setError(outcome.error ?? null);
    if (!outcome.error) notifyDone(t('act.restored'));
  };

  return (
    <>
      <TraceLink kind="METRIC" id={id} />
      {onRename && (
        <>
          <Button variant="default" onClick={onRename}>
            {t('act.rename')}
          </Button>
          <LinkButton to="/metrics/$metricId/define" params={{ metricId: id }} variant="default">
            {t('act.define')}
          </LinkButton>
        </>
      )}
      {mayArchive && !metric.archivedAt && (
        <Button variant="outline" color="red" loading={archiving} onClick={() => void putAway()}>
          {t('act.archive')}
        </Button>
      )}
      {mayArchive && metric.archivedAt && (
        <Button loading={restoring} onClick={() => void bringBack()}>
          {t('act.restore')}
        </Button>
      )}
      {error && <ErrorState error={error} />}
      {dialog}
    </>
  );
}
