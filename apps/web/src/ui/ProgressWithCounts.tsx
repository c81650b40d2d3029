import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/format.js';
import classes from './ProgressWithCounts.module.css';

interface ProgressWithCountsProps {
  done: number;
  /** Not known yet: only what is done is said. */
  total: number | null | undefined;
  label: string;
  /** Beside the counts: "31% · 96 of 310". */
  percent?: boolean;
}

/** How far something has come, in counts and not only as a bar. */
export function ProgressWithCounts({ done, total, label, percent }: ProgressWithCountsProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (!total) return <span className={classes.counts}>{t('progress.done', { done: formats.number(done) })}</span>;
  const share = Math.min(1, done / total);
  return (
    <div className={classes.progress}>
      <Progress.Root size="sm">
        <Progress.Section value={share * 100} aria-label={label} />
      </Progress.Root>
      <span className={classes.counts}>
        {percent && <strong>{formats.percent(share)}</strong>}{' '}
        {t('progress.of', { done: formats.number(done), total: formats.number(total) })}
      </span>
    </div>
  );
}
