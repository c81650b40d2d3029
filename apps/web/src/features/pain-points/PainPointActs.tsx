import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { useCan } from '../../session/session.js';
import { useConfirm } from '../../ui/ConfirmDialog.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { notifyDone } from '../../ui/notify.js';
import { useRefusal } from '../../ui/use-refusal.js';
import { type OfPainPoint, STALE } from './pain-point-words.js';
import { ArchivePainPointDocument, RestorePainPointDocument } from './pain-points.generated.js';
import type { OpenPanel } from './routes.js';

/** Acts upon the pain point as a whole. What was merged stays as it was then. */
export function PainPointActs({ painPoint, open }: OfPainPoint & { open: OpenPanel }) {
  const { t } = useTranslation('painPoints');
  const mayArchive = useCan()('archive', 'PainPoint');
  const [archive, archiving] = useAct(ArchivePainPointDocument, { refetch: STALE });
  const [restore, restoring] = useAct(RestorePainPointDocument, { refetch: STALE });
  const [confirm, dialog] = useConfirm();
  const [refusal, attempt] = useRefusal();
  const { id, version, archivedAt, mergedInto, mayUpdate, kind } = painPoint;
  if (!mayUpdate || mergedInto) return null;
  const putAway = async () => {
    const question = { title: t('archive.title', { title: painPoint.title }), consequence: t('archive.text') };
    if (!archivedAt && !(await confirm({ ...question, act: t('archive.act') }))) return;
    if (await attempt((archivedAt ? restore : archive)({ id, version })))
      notifyDone(t(archivedAt ? 'archive.restored' : 'archive.done'));
  };
  return (
    <>
      {refusal && <ErrorState error={refusal} />}
      {archivedAt && mayArchive && (
        <Button variant="default" loading={restoring} onClick={() => void putAway()}>
          {t('archive.restore')}
        </Button>
      )}
      {!archivedAt && (
        <>
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <Button variant="default" loading={archiving} rightSection={<IconChevronDown size={16} aria-hidden />}>
                {t('more')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => open('classify')}>{t('panel.classify')}</Menu.Item>
              {kind === 'SINGLE' && <Menu.Item onClick={() => open('join')}>{t('panel.join')}</Menu.Item>}
              {kind === 'COMMON' && <Menu.Item onClick={() => open('gather')}>{t('panel.gather')}</Menu.Item>}
              <Menu.Item onClick={() => open('merge')}>{t('panel.merge')}</Menu.Item>
              {mayArchive && <Menu.Item onClick={() => void putAway()}>{t('archive.act')}</Menu.Item>}
            </Menu.Dropdown>
          </Menu>
          <Button onClick={() => open('edit')}>{t('panel.edit')}</Button>
        </>
      )}
      {dialog}
    </>
  );
}
