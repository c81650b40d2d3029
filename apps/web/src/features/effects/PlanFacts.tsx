import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { Facts } from '../../ui/Facts.js';
import { useUnit, useUnitOfDifference } from '../../ui/use-unit.js';
import type { EffectPlanFieldsFragment } from './effects.generated.js';

interface PlanFactsProps {
  plan: EffectPlanFieldsFragment;
  effect: { unit: string; grain: 'DAY' | 'WEEK' | 'MONTH' };
}

/** What the promise needs to be seen, from the baseline as it is. */
export function PlanFacts({ plan, effect: { unit, grain } }: PlanFactsProps) {
  const { t } = useTranslation('effects');
  const formats = useFormats();
  const unitOf = useUnit();
  const unitOfDifference = useUnitOfDifference();
  const rough = { maximumSignificantDigits: 3 };
  return (
    <Facts
      facts={[
        {
          name: t('plan.baseline'),
          value: t('plan.baselineText', {
            value: formats.number(plan.baselineValue, rough),
            unit: unitOf(unit),
            n: plan.baselineN,
            buckets: t(`plan.buckets.${grain}`, { count: plan.baselineBuckets }),
          }),
        },
        {
          name: t('plan.requiredN'),
          value: plan.requiredN === null ? t('plan.unknownN') : formats.number(plan.requiredN),
          help:
            plan.designEffect > 1.05
              ? t('plan.design', { times: formats.number(plan.designEffect, rough) })
              : undefined,
        },
        {
          name: t('plan.requiredBuckets'),
          value:
            plan.requiredBuckets === null
              ? t('plan.neverEnough')
              : t(`plan.buckets.${grain}`, { count: plan.requiredBuckets }),
        },
        {
          name: t('plan.visible'),
          value: `${formats.number(plan.minimumDetectableEffect, rough)} ${unitOfDifference(unit)}`,
          help: t('plan.visibleHelp'),
        },
      ]}
    />
  );
}
