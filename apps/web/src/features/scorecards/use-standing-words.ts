import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { EXACT, measured } from '../../i18n/measured.js';
import { useUnit } from '../../ui/use-unit.js';
import type { StandingFieldsFragment } from './scorecards.generated.js';

/** A metric's standing as the reader's language says it. */
export function useStandingWords() {
  const { t, i18n } = useTranslation('scorecards');
  const { number } = useFormats();
  const unitOf = useUnit();
  return useMemo(() => {
    const month = new Intl.DateTimeFormat(i18n.language === 'en' ? 'en-GB' : i18n.language, {
      year: 'numeric',
      month: 'short',
    });
    // A number does not part from its unit at the end of a line.
    const amount = (value: number, unit: string) => `${number(value, measured(value))}\u00a0${unitOf(unit)}`;
    return {
      amount,
      value: ({ latest, unit }: StandingFieldsFragment) => (latest ? amount(latest.value, unit) : null),
      about: ({ latest }: StandingFieldsFragment): string[] => {
        if (!latest) return [];
        const { value, lower, upper, n } = latest;
        return [
          ...(lower !== null && upper !== null
            ? [t('interval', { lower: number(lower, measured(value)), upper: number(upper, measured(value)) })]
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
      change: ({ change, difference, latest }: StandingFieldsFragment) =>
        change === null || difference === null
          ? null
          : t(`change.${change}`, {
              difference: number(difference, { ...measured(latest?.value ?? difference), signDisplay: 'exceptZero' }),
            }),
    };
  }, [t, i18n.language, number, unitOf]);
}
