import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ObjectHistory, type ObjectHistoryProps } from './ObjectHistory.js';
import classes from './ObjectHistory.module.css';

/** The same, folded away and asked for when it is opened: for objects of which a page shows several. */
export function HistoryDisclosure(props: ObjectHistoryProps) {
  const { t } = useTranslation('audit');
  const [open, setOpen] = useState(false);
  return (
    <details className={`${classes.disclosure} ts-no-print`} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('history.title')}</summary>
      {open && <ObjectHistory {...props} />}
    </details>
  );
}
