import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import type { StandingFieldsFragment } from './scorecards.generated.js';

/** What somebody set is shown as they set it: a target of 0.002 is not one of 0. */
const EXACT = { maximumFractionDigits: 10 };
/** Three digits that tell small rates apart; one decimal of the rest. */
const measured = (value: number) =>
  Math.abs(value) < 1 ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: 1 };

/** A metric's standing as the reader's language says it. */
export function useStandingWords() {
  const { t, i18n } = useTranslation('scorecards');
  const { number } = useFormats();
  return useMemo(() => {
    const month = new Intl.DateTimeFormat(i18n.language === 'en' ? 'en-GB' : i18n.language, {
      year: 'numeric',
      month: 'short',
    });
    const unitOf = (unit: string) => (unit === 'points' ? t('points') : unit);
    const amount = (value: number, unit: string) =>
      unit === '%' ? `${number(value, measured(value))} %` : `${number(value, measured(value))} ${unitOf(unit)}`;
    return {
      amount,
      value: ({ latest, unit }: StandingFieldsFragment) => (latest ? amount(latest.value, unit) : null),
      about: ({ latest }: StandingFieldsFragment): string[] => {
        if (!latest) return [];
        const { lower, upper, n } = latest;
        return [
          ...(lower !== null && upper !== null
            ? [t('interval', { lower: number(lower, measured(lower)), upper: number(upper, measured(upper)) })]
            : []),
          ...(n === null ? [] : [t('n', { n: number(n) })]),
          // The month as the organisation's clock has it: its first moment may be the day before by UTC.
          month.format(new Date(Date.parse(latest.month) + 15 * 86_400_000)),
        ];
      },
      target: ({ target, direction, unit }: StandingFieldsFragment) =>
        target &&
        t(`target.${direction}`, {
          value: number(target.value, EXACT),
          upper: number(target.upperValue ?? target.value, EXACT),
          unit: unitOf(unit),
        }),
      change: ({ change, difference }: StandingFieldsFragment) =>
        change === null || difference === null
          ? null
          : t(`change.${change}`, {
              difference: number(difference, { ...measured(difference), signDisplay: 'exceptZero' }),
            }),
    };
  }, [t, i18n.language, number]);
}
