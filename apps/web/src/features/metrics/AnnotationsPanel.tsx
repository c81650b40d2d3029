import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { Panel } from '../../ui/Panel.js';
import classes from './Metric.module.css';
import type { MetricFieldsFragment } from './metrics.generated.js';

interface PanelProps {
  metric: MetricFieldsFragment;
  onEdit: ((edit: string) => void) | undefined;
}

/** What happened on a day, for those who will wonder about the series. */
export function AnnotationsPanel({ metric, onEdit }: PanelProps) {
  const { t } = useTranslation('metrics');
  const { date } = useFormats();
  return (
    <Panel
      title={t('page.annotations')}
      actions={
        onEdit && (
          <Button size="xs" variant="default" onClick={() => onEdit('note')}>
            {t('note.add')}
          </Button>
        )
      }
    >
      {metric.annotations.length === 0 ? (
        <p className={classes.quiet}>{t('note.none')}</p>
      ) : (
        <ul className={classes.list}>
          {metric.annotations.map((note) => (
            <li key={note.id} className={classes.item}>
              <span className={classes.what}>
                {date(note.notedOn)}
                <p className={classes.text}>{note.text}</p>
              </span>
              {onEdit && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  onClick={() => onEdit(`note:${note.id}`)}
                  aria-label={t('note.editOne', { date: date(note.notedOn) })}
                >
                  {t('edit')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
