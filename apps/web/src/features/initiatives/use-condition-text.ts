import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import type { StepFieldsFragment } from './initiatives.generated.js';

export type Step = StepFieldsFragment;
export type Condition = Step['unmet'][number];

/** Asked for where the step is taken, and so not in its way before. */
const ASKED_THERE = ['REASON_MISSING', 'NO_LAUNCH_DAY'];
export const inTheWay = (step: Step): Condition[] => step.unmet.filter(({ code }) => !ASKED_THERE.includes(code));
export const asksReason = (step: Step): boolean => step.unmet.some(({ code }) => code === 'REASON_MISSING');

/** What to do about an unmet condition, in the reader's language. */
export function useConditionText(): (condition: Condition) => string {
  const { t, i18n } = useTranslation('initiatives');
  const formats = useFormats();
  return useCallback(
    ({ code, remedy, params }) => {
      const key = `condition.${code}`;
      // What stands against a registered effect is named by the codes of its form.
      const ofEffect = `field.${code}`;
      if (i18n.exists(ofEffect, { ns: 'effects' }))
        return i18n.t(ofEffect as 'field.metric_gone', {
          ...(params as Record<string, string | number>),
          ns: 'effects',
        });
      if (!i18n.exists(key, { ns: 'initiatives' })) return remedy;
      const { until, ...rest } = params as Record<string, string | number>;
      const day = typeof until === 'string' ? formats.date(until) : '';
      return t(key as 'condition.STILL_SETTLING', { ...rest, until: day });
    },
    [t, i18n, formats],
  );
}
