import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ReorganiseForm } from './ReorganiseForm.js';

interface ReorganiseDialogProps {
  opened: boolean;
  fromTeamId: string | undefined;
  touchpointId: string | undefined;
  onClose: () => void;
}

/** "From this day on, that team hands these touchpoints to this one": one act, looked at before it is done. */
export function ReorganiseDialog({ opened, fromTeamId, touchpointId, onClose }: ReorganiseDialogProps) {
  const { t } = useTranslation('ownership');
  const { t: shared } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={t('reorganise.title')}
      closeButtonProps={{ 'aria-label': shared('close') }}
    >
      <ReorganiseForm fromTeamId={fromTeamId} touchpointId={touchpointId} onClose={onClose} />
    </Modal>
  );
}
