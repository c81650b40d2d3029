import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import classes from './ResponseBar.module.css';

interface ResponseBarProps {
  submitted: number;
  expected: number;
  /** Marks on the bar from where on a group may show numbers. */
  minimum?: number;
}

/** How many answered of those expected: a bar from nought, the counts beside it, the share in words. */
export function ResponseBar({ submitted, expected, minimum }: ResponseBarProps) {
  const { t } = useTranslation('assessments');
  const { number, percent } = useFormats();
  if (expected === 0) return <span className={classes.counts}>{t('rate.noneExpected', { submitted })}</span>;
  const share = submitted / expected;
  return (
    <span className={classes.rate}>
      <span className={classes.bar} aria-hidden>
        <span className={classes.fill} style={{ inlineSize: `${Math.min(1, share) * 100}%` }} />
        {minimum !== undefined && minimum < expected && (
          <span className={classes.minimum} style={{ insetInlineStart: `${(minimum / expected) * 100}%` }} />
        )}
      </span>
      <span className={classes.counts}>
        {t('rate.of', { submitted: number(submitted), expected: number(expected) })}
        <span className={classes.share}>{percent(share)}</span>
        {share > 1 && <span className={classes.over}>{t('rate.overExpected')}</span>}
      </span>
    </span>
  );
}
