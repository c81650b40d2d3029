import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { decimalsOf } from '../../i18n/measured.js';
import { useUnit } from '../../ui/use-unit.js';
import type { SpokenAlert } from './alert-words.js';
import type { EvidenceFieldsFragment } from './alerts.generated.js';

/** What an alert is about, in one sentence with its numbers. The texts are in the namespace `alerts`. */
export function useAlertSentence(): (alert: SpokenAlert, evidence?: EvidenceFieldsFragment) => string {
  const { t } = useTranslation('alerts');
  const { number } = useFormats();
  const unitOf = useUnit();
  return useCallback(
    ({ rule, unit, latest }, evidence = latest) => {
      const show = (value: number | null | undefined) => {
        if (typeof value !== 'number') return '–';
        // Two decimals where there are any: what stands out may do so by little.
        const decimals = decimalsOf(value);
        return number(value, { maximumFractionDigits: decimals === 1 ? 2 : decimals });
      };
      const withUnit = (value: string) => `${value}\u00a0${unitOf(unit)}`;
      const limit =
        evidence.upperLimit === null ? show(evidence.limit) : `${show(evidence.limit)} – ${show(evidence.upperLimit)}`;
      const values = {
        value: withUnit(show(evidence.value)),
        limit: withUnit(limit),
        n: show(evidence.n),
        days: show(evidence.ageDays),
        cadence: show(evidence.cadenceDays),
      };
      if (rule === 'SIGNAL') return t(evidence.favourable ? 'sentence.SIGNAL_GOOD' : 'sentence.SIGNAL', values);
      return t(`sentence.${rule}`, values);
    },
    [t, number, unitOf],
  );
}
