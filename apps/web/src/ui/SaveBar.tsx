import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './SaveBar.module.css';

interface SaveBarProps {
  dirty: boolean;
  busy?: boolean;
  onSave: () => void;
  onDiscard: () => void;
}

/** For long editors: stays in sight while there is something to save, and is gone when there is not. */
export function SaveBar({ dirty, busy, onSave, onDiscard }: SaveBarProps) {
  const { t } = useTranslation();
  if (!dirty) return null;
  return (
    <div className={classes.bar} role="group" aria-label={t('unsaved.title')}>
      <span className={classes.text}>{t('unsaved.title')}</span>
      <Button variant="default" onClick={onDiscard} disabled={busy}>
        {t('unsaved.discard')}
      </Button>
      <Button onClick={onSave} loading={busy}>
        {t('save')}
      </Button>
    </div>
  );
}
