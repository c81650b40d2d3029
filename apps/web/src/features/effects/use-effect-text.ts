import type { EffectCaution, EffectRefusal } from '@touchstone/domain';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { writePValue } from '../../ui/p-value.js';
import { useUnitOfDifference } from '../../ui/use-unit.js';
import { type Effect, segmentText, type Verdict } from './effect-words.js';

/** What was promised, in one sentence. */
export function usePromiseText(): (effect: Effect) => string {
  const { t } = useTranslation('effects');
  const formats = useFormats();
  const unitOfDifference = useUnitOfDifference();
  return useCallback(
    (effect) => {
      const { metricName, segment, direction, expectedChange, unit, method, control, evaluateOn } = effect;
      const whose = segment ? t('promise.segment', { segment: segmentText(segment) }) : '';
      const against = control
        ? t('promise.control', {
            control: [control.metricName, segmentText(control.segment)].filter(Boolean).join(', '),
          })
        : '';
      const promised = {
        metric: metricName,
        whose,
        change: formats.number(expectedChange),
        unit: unitOfDifference(unit),
      };
      return t(`promise.${direction}`, {
        ...promised,
        method: t(`method.${method}`),
        against,
        day: formats.date(evaluateOn),
      });
    },
    [t, formats, unitOfDifference],
  );
}

/** A verdict with its numbers, in one sentence. */
export function useVerdictText(): (effect: Effect, verdict: Verdict) => string {
  const { t } = useTranslation('effects');
  const formats = useFormats();
  const unitOfDifference = useUnitOfDifference();
  return useCallback(
    (effect, verdict) => {
      const signed = (value: number | null | undefined) =>
        formats.number(value ?? 0, { maximumSignificantDigits: 3, signDisplay: 'exceptZero' });
      if (verdict.estimate == null || verdict.lower == null || verdict.upper == null)
        return t(`sentence.${verdict.verdict}_BARE`, { metric: effect.metricName });
      return t(`sentence.${verdict.verdict}`, {
        metric: effect.metricName,
        unit: unitOfDifference(effect.unit),
        estimate: signed(verdict.estimate),
        lower: signed(verdict.lower),
        upper: signed(verdict.upper),
        confidence: formats.percent(1 - effect.alpha),
        before: formats.number(verdict.nBefore ?? 0),
        after: formats.number(verdict.nAfter ?? 0),
        p: verdict.p == null ? '–' : writePValue(verdict.p, formats.number),
        left: verdict.left == null ? '–' : formats.percent(verdict.left),
      });
    },
    [t, formats, unitOfDifference],
  );
}

type Params = Record<string, string | number>;

/** Why there is no verdict, or what has to be known beside it. */
export function useReasonText(): (reason: Verdict['reasons'][number]) => string {
  const { t } = useTranslation('effects');
  const formats = useFormats();
  return useCallback(
    ({ code, params }) => {
      const { day, ...numbers } = (params ?? {}) as Params;
      const written = Object.fromEntries(
        Object.entries(numbers).map(([name, value]) => [
          name,
          // Counts choose the form of the word; all other numbers are written as they are read.
          typeof value === 'number' && !COUNTS.includes(name)
            ? formats.number(value, { maximumSignificantDigits: 3 })
            : value,
        ]),
      );
      // The compiler sees that every reason of the rules has a sentence.
      const key = `reason.${code as EffectRefusal | EffectCaution}` as const;
      return t(key, { ...written, day: day === undefined ? '' : formats.date(String(day)) });
    },
    [t, formats],
  );
}

const COUNTS: readonly string[] = ['initiatives', 'years'];
