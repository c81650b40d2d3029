import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { useCan } from '../../session/session.js';
import { useConfirm } from '../../ui/ConfirmDialog.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { notifyDone } from '../../ui/notify.js';
import { useRefusal } from '../../ui/use-refusal.js';
import { TraceLink } from '../trace/index.js';
import {
  ArchiveInitiativeDocument,
  type InitiativePageFieldsFragment,
  RestoreInitiativeDocument,
} from './initiatives.generated.js';
import type { OpenPanel } from './routes.js';
import { inTheWay } from './use-condition-text.js';

interface InitiativeActsProps {
  initiative: InitiativePageFieldsFragment;
  open: OpenPanel;
}

/** Acts upon the initiative as a whole. */
export function InitiativeActs({ initiative, open }: InitiativeActsProps) {
  const { t } = useTranslation('initiatives');
  const mayArchive = useCan()('archive', 'Initiative');
  const [archive, archiving] = useAct(ArchiveInitiativeDocument);
  const [restore, restoring] = useAct(RestoreInitiativeDocument);
  const [confirm, dialog] = useConfirm();
  const [refusal, attempt] = useRefusal();
  const { id, version, archivedAt, launchedOn, steps } = initiative;
  const putAway = async () => {
    const question = { title: t('archive.title', { title: initiative.title }), consequence: t('archive.text') };
    if (!archivedAt && !(await confirm({ ...question, act: t('archive.act') }))) return;
    if (await attempt((archivedAt ? restore : archive)({ id, version })))
      notifyDone(archivedAt ? t('archive.restored') : t('archive.done'));
  };
  return (
    <>
      {refusal && <ErrorState error={refusal} />}
      <TraceLink kind="INITIATIVE" id={id} />
      {/* What was launched stays counted among what was. */}
      {mayArchive && (archivedAt || !launchedOn) && (
        <Button variant="default" loading={archiving || restoring} onClick={() => void putAway()}>
          {archivedAt ? t('archive.restore') : t('archive.act')}
        </Button>
      )}
      {initiative.mayUpdate && !archivedAt && (
        <Button variant="default" onClick={() => open({ panel: 'edit' })}>
          {t('edit')}
        </Button>
      )}
      {initiative.mayRun && !archivedAt && steps.length > 0 && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button rightSection={<IconChevronDown size={16} aria-hidden />}>{t('board.move')}</Button>
          </Menu.Target>
          <Menu.Dropdown>
            {steps.map((step) => (
              <Menu.Item key={step.to} onClick={() => open({ panel: 'move', to: step.to })}>
                {t(`stage.${step.to}`)}
                {inTheWay(step).length > 0 && ` – ${t('board.missing', { count: inTheWay(step).length })}`}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {dialog}
    </>
  );
}
