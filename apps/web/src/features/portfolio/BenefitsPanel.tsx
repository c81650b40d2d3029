import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { Panel } from '../../ui/Panel.js';
import { PlainTable } from '../../ui/PlainTable.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { fractionDigits, toMajor } from '../../ui/money.js';
import { InitiativeLink } from './InitiativeLink.js';
import classes from './Portfolio.module.css';
import { benefitTone } from './portfolio-words.js';
import type { PortfolioBenefitFieldsFragment, PortfolioMoneyFieldsFragment } from './portfolio.generated.js';

interface BenefitsPanelProps {
  money: readonly PortfolioMoneyFieldsFragment[];
  benefits: readonly PortfolioBenefitFieldsFragment[];
  count: number;
}

/** Cents tell nobody anything where thousands are spoken of. */
function useAmounts() {
  const formats = useFormats();
  return (minor: number | null | undefined, currency: string): string => {
    const major = toMajor(minor ?? null, currency);
    if (major === null) return '–';
    const digits = Math.abs(major) >= 1000 ? 0 : fractionDigits(currency);
    return formats.number(major, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  };
}

/** What was aimed at, what is expected, and what the verdicts say came of it: in money, by currency. */
export function BenefitsPanel({ money, benefits, count }: BenefitsPanelProps) {
  const { t } = useTranslation('portfolio');
  if (count === 0)
    return (
      <Panel title={t('benefits.title')}>
        <p className={classes.quiet}>{t('benefits.none')}</p>
      </Panel>
    );
  return (
    <Panel title={t('benefits.title')}>
      {money.map((sum) => (
        <Sum key={sum.currency} sum={sum} />
      ))}
      <Benefits benefits={benefits} />
      {count > benefits.length && (
        <p className={classes.foot}>{t('benefits.shown', { shown: benefits.length, count })}</p>
      )}
      <p className={classes.foot}>{t('benefits.rule')}</p>
    </Panel>
  );
}

function Sum({ sum }: { sum: PortfolioMoneyFieldsFragment }) {
  const { t } = useTranslation('portfolio');
  const amount = useAmounts();
  const { currency, targetMinor, forecastMinor, judgedForecastMinor, actualMinor, provenMinor, fadedMinor } = sum;
  const lines = [
    ['target', targetMinor, classes.targetBar],
    ['forecast', forecastMinor, classes.forecastBar],
    ['judgedForecast', judgedForecastMinor, classes.forecastBar],
    ['actual', actualMinor, classes.actualBar],
  ] as const;
  const most = Math.max(1, ...lines.map(([, minor]) => Math.abs(minor)));
  return (
    <section className={classes.sum} aria-label={currency}>
      <dl className={classes.amounts}>
        {lines.map(([name, minor, bar]) => (
          <div key={name}>
            <dt>{t(`benefits.${name}`)}</dt>
            <dd>
              <span className={classes.track} aria-hidden>
                <span
                  className={minor < 0 ? classes.lossBar : bar}
                  style={{ width: `${(Math.abs(minor) / most) * 100}%` }}
                />
              </span>
              <strong>
                {amount(minor, currency)} {currency}
              </strong>
            </dd>
          </div>
        ))}
      </dl>
      <p className={classes.quiet}>
        {t('benefits.behind', { proven: amount(provenMinor, currency), currency })}
        {fadedMinor !== 0 && ` ${t('benefits.fadedSince', { amount: amount(fadedMinor, currency), currency })}`}{' '}
        {/* What was lost lies in the actual as well; without it the part that is proven can be more than the whole. */}
        {actualMinor !== provenMinor &&
          `${t('benefits.besides', { rest: amount(actualMinor - provenMinor, currency), currency })} `}
        {t('benefits.counts', { ...sum, count: sum.benefits })}
      </p>
    </section>
  );
}

function Benefits({ benefits }: { benefits: readonly PortfolioBenefitFieldsFragment[] }) {
  const { t } = useTranslation('portfolio');
  const amount = useAmounts();
  return (
    <PlainTable
      label={t('benefits.title')}
      columns={[
        { key: 'name', title: t('benefits.benefit') },
        { key: 'initiative', title: t('benefits.initiative') },
        { key: 'target', title: t('benefits.target'), number: true },
        { key: 'forecast', title: t('benefits.forecast'), number: true },
        { key: 'actual', title: t('benefits.actual'), number: true },
        { key: 'outcome', title: t('benefits.outcome') },
        { key: 'state', title: t('benefits.state') },
      ]}
      rows={benefits.map((benefit) => ({
        key: benefit.id,
        cells: [
          benefit.name,
          <InitiativeLink key="initiative" initiative={benefit.initiative} />,
          `${amount(benefit.targetMinor, benefit.currency)} ${benefit.currency}`,
          amount(benefit.forecastMinor, benefit.currency),
          <span key="actual" className={classes.stack}>
            {amount(benefit.actualMinor, benefit.currency)}
            {benefit.actualLowerMinor != null && (
              <span className={classes.quiet}>
                {t('benefits.interval', {
                  lower: amount(benefit.actualLowerMinor, benefit.currency),
                  upper: amount(benefit.actualUpperMinor, benefit.currency),
                })}
              </span>
            )}
          </span>,
          <span key="outcome" className={classes.stack}>
            <StatusBadge tone={benefitTone[benefit.outcome]}>{t(`benefitOutcome.${benefit.outcome}`)}</StatusBadge>
            {benefit.faded && <span className={classes.late}>{t('benefits.faded')}</span>}
          </span>,
          t(benefit.checked ? 'benefits.checked' : benefit.locked ? 'benefits.locked' : 'benefits.open'),
        ],
      }))}
    />
  );
}
