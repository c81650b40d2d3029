import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyLink } from '../../ui/CopyLink.js';
import type { Renewed } from './use-invitation-verbs.js';

/** The one time that a new link is shown. */
export function RenewedLink({ renewed, onClose }: { renewed: Renewed; onClose: () => void }) {
  const { t } = useTranslation('assessments');
  const { t: ui } = useTranslation('ui');
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      size="lg"
      title={t('invitations.renewed', { person: renewed.person })}
      closeButtonProps={{ 'aria-label': ui('close') }}
    >
      <Stack>
        <Text size="sm">{t('invitations.renewedBody')}</Text>
        <CopyLink value={renewed.link} label={t('invite.link')} />
        <Group justify="flex-end">
          <Button onClick={onClose}>{t('invite.close')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
