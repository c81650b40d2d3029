import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/format.js';
import classes from './NumberWithN.module.css';
import { RelativeTime } from './RelativeTime.js';
import { useUnit } from './use-unit.js';
import { Suppressed, type SuppressionReason } from './Suppressed.js';

interface NumberWithNProps {
  value: number | null | undefined;
  /** A metric's unit, or words in the reader's language: "of 5". */
  unit?: string;
  n?: number | null;
  interval?: readonly [lower: number | null | undefined, upper: number | null | undefined];
  /** When it was computed or last confirmed. */
  asOf?: string | null;
  digits?: number;
  suppressed?: SuppressionReason | null;
  size?: 'inline' | 'large';
}

/** A number never comes alone: its unit, how many it stands on, how sure it is, how old it is. */
export function NumberWithN({
  value,
  unit,
  n,
  interval,
  asOf,
  digits = 1,
  suppressed,
  size = 'inline',
}: NumberWithNProps) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const unitOf = useUnit();
  if (suppressed) return <Suppressed reason={suppressed} />;
  if (value === null || value === undefined) return <span className={classes.about}>{t('number.none')}</span>;
  const show = (x: number) => number(x, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const [lower, upper] = interval ?? [];
  const known = (x: number | null | undefined): x is number => x !== null && x !== undefined;
  return (
    <span className={classes.number}>
      <span className={size === 'large' ? `${classes.value} ${classes.large}` : classes.value}>{show(value)}</span>
      {unit && <span className={classes.about}>{unitOf(unit)}</span>}
      {known(lower) && known(upper) && (
        <span className={classes.about}>{t('number.interval', { lower: show(lower), upper: show(upper) })}</span>
      )}
      {known(n) && <span className={classes.about}>{t('number.n', { n: number(n) })}</span>}
      {asOf && (
        <span className={classes.about}>
          <RelativeTime at={asOf} />
        </span>
      )}
    </span>
  );
}
