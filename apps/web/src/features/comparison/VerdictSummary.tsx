import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import type { ChangeVerdict } from './comparison.generated.js';
import classes from './ComparisonPage.module.css';
import { VERDICT_TONES, VERDICTS } from './verdict-tone.js';

/** How many practices moved, and how many did not: the answer before the table. */
export function VerdictSummary({ counts }: { counts: Readonly<Record<ChangeVerdict, number>> }) {
  const { t } = useTranslation('comparison');
  const { number } = useFormats();
  const total = VERDICTS.reduce((sum, verdict) => sum + counts[verdict], 0);
  return (
    <section className="ts-card" aria-label={t('summary', { count: total })}>
      <p className={classes.help}>{t('summary', { count: total })}</p>
      <dl className={classes.summary}>
        {VERDICTS.map((verdict) => (
          <div key={verdict}>
            <dt>
              <StatusBadge tone={VERDICT_TONES[verdict]}>{t(`verdict.${verdict}`)}</StatusBadge>
            </dt>
            <dd>
              {number(counts[verdict])}
              <span>{t(`verdictHelp.${verdict}`)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
