import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './Suppressed.module.css';

export type SuppressionReason = 'EMPTY' | 'PRIMARY' | 'COMPLEMENTARY';

interface SuppressedProps {
  reason: SuppressionReason;
  minimumGroupSize?: number;
  /** More exact than the reason in general, where it is known: already in the reader's language. */
  why?: string;
  /** Fills a heat-map or table cell. */
  block?: boolean;
}

/** A number that is not shown, and why: hatched, in words, never a blank or a zero. */
export function Suppressed({ reason, minimumGroupSize, why: known, block }: SuppressedProps) {
  const { t } = useTranslation();
  const why = known ?? t(`suppressed.${reason}`, { minimum: minimumGroupSize ?? 5 });
  return (
    <Tooltip label={why} multiline maw={320}>
      <span className={block ? `${classes.suppressed} ${classes.block}` : classes.suppressed} tabIndex={0}>
        {t(`suppressed.short.${reason}`)}
        <span className="ts-visually-hidden">: {why}</span>
      </span>
    </Tooltip>
  );
}
