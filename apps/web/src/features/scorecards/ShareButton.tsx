import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../ui/Announcer.js';

/** Takes the address of the page along, for a colleague who may read it too. */
export function ShareButton() {
  const { t } = useTranslation('scorecards');
  const announce = useAnnounce();
  return (
    <CopyButton value={window.location.href} timeout={3000}>
      {({ copied, copy }) => {
        const Icon = copied ? IconCheck : IconCopy;
        return (
          <Button
            variant="default"
            leftSection={<Icon size={16} aria-hidden />}
            onClick={() => {
              copy();
              announce(t('shared'));
            }}
          >
            {t(copied ? 'shared' : 'share')}
          </Button>
        );
      }}
    </CopyButton>
  );
}
