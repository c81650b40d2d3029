import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { RelativeTime } from '../../ui/RelativeTime.js';
import classes from './Portfolio.module.css';

/** How old what is shown is: somebody may have left the page open since yesterday. */
export function AsOf({ at, busy, onAgain }: { at: string; busy: boolean; onAgain: () => void }) {
  const { t } = useTranslation('portfolio');
  const formats = useFormats();
  return (
    <p className={classes.asOf}>
      {t('asOf', { at: formats.dateTime(at) })}{' '}
      <span className="ts-no-print">
        (<RelativeTime at={at} />){' '}
        <Button size="compact-xs" variant="subtle" loading={busy} onClick={onAgain}>
          {t('again')}
        </Button>
      </span>
    </p>
  );
}
