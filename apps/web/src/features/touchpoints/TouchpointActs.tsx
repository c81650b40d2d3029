import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
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
import {
  ArchiveTouchpointDocument,
  DeleteTouchpointDocument,
  RestoreTouchpointDocument,
  type TouchpointFieldsFragment,
} from './touchpoints.generated.js';

const refetch = ['TouchpointPage'];

/** What has a history is archived and can be brought back; what has none can be deleted. */
export function TouchpointActs({ touchpoint }: { touchpoint: TouchpointFieldsFragment }) {
  const { t } = useTranslation('touchpoints');
  const can = useCan();
  const navigate = useNavigate();
  const [confirm, dialog] = useConfirm();
  const [archive, archiving] = useAct(ArchiveTouchpointDocument, { refetch });
  const [restore, restoring] = useAct(RestoreTouchpointDocument, { refetch });
  const [remove, removing] = useAct(DeleteTouchpointDocument);
  const [failure, setFailure] = useState<AppError | null>(null);
  const { id, name, version, hasHistory } = touchpoint;

  const bringBack = async () => {
    const { error } = await restore({ id, version });
    setFailure(error ?? null);
    if (!error) notifyDone(t('act.restored'));
  };
  const askToArchive = async () => {
    const consequence = t('act.archiveConsequence');
    if (!(await confirm({ title: t('act.archiveTitle', { name }), consequence, act: t('act.archive') }))) return;
    const { error } = await archive({ id, version });
    setFailure(error ?? null);
    if (!error) notifyDone(t('act.archived'));
  };
  const askToDelete = async () => {
    const consequence = t('act.deleteConsequence');
    if (!(await confirm({ title: t('act.deleteTitle', { name }), consequence, act: t('act.delete') }))) return;
    const { data, error } = await remove({ id, version });
    setFailure(error ?? null);
    if (error) return;
    // Something came to remember it while the question was open.
    if (data.deleteTouchpoint.outcome === 'ARCHIVED') return notifyDone(t('act.archived'));
    notifyDone(t('act.deleted'));
    void navigate({ to: '/touchpoints' });
  };

  return (
    <>
      <TraceLink kind="TOUCHPOINT" id={id} />
      {touchpoint.mayUpdate && !touchpoint.archivedAt && (
        <LinkButton to="/touchpoints/$touchpointId/edit" params={{ touchpointId: id }} variant="default">
          {t('act.edit')}
        </LinkButton>
      )}
      {can('archive', 'Touchpoint') &&
        (touchpoint.archivedAt ? (
          <Button variant="default" onClick={() => void bringBack()} loading={restoring}>
            {t('act.restore')}
          </Button>
        ) : hasHistory ? (
          <Button variant="outline" color="red" onClick={() => void askToArchive()} loading={archiving}>
            {t('act.archive')}
          </Button>
        ) : (
          <Button variant="outline" color="red" onClick={() => void askToDelete()} loading={removing}>
            {t('act.delete')}
          </Button>
        ))}
      {failure && <ErrorState error={failure} />}
      {dialog}
    </>
  );
}
