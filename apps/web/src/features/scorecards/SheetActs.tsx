import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ShareButton } from './ShareButton.js';

/** What one does with a sheet that says how something stands: hand it on, or print it. */
export function SheetActs() {
  const { t } = useTranslation('scorecards');
  return (
    <>
      <ShareButton />
      <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
        {t('status.print')}
      </Button>
    </>
  );
}
