import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { Facts } from '../../ui/Facts.js';
import { NumberWithN } from '../../ui/NumberWithN.js';
import type { HealthFieldsFragment } from './scorecards.generated.js';

/** What a health score is made of, and what is known of the touchpoints behind it. */
export function HealthParts({ health }: { health: HealthFieldsFragment }) {
  const { t } = useTranslation('scorecards');
  const { number } = useFormats();
  const { emotion, perception, targets, coverage } = health;
  const of = (count: number) => t('of', { count: number(count), total: number(coverage.touchpoints) });
  return (
    <Facts
      strip
      facts={[
        {
          name: t('part.emotion'),
          value:
            emotion.mean === null
              ? t('noData')
              : number(emotion.mean, { signDisplay: 'exceptZero', maximumFractionDigits: 1 }),
          help: t('part.emotionHelp', { asked: emotion.asked, judged: emotion.judged }),
        },
        {
          name: t('part.perception'),
          value: (
            <NumberWithN
              value={perception.score}
              n={perception.score === null ? null : perception.n}
              interval={[perception.lower, perception.upper]}
              digits={0}
            />
          ),
          help: t('part.perceptionHelp', { count: perception.metrics }),
        },
        {
          name: t('part.targets'),
          value:
            targets.judged === 0 ? t('noData') : t('of', { count: number(targets.met), total: number(targets.judged) }),
          help: t('part.targetsHelp'),
        },
        { name: t('part.owned'), value: of(coverage.owned), help: t('part.ownedHelp') },
        { name: t('part.measured'), value: of(coverage.measured), help: t('part.measuredHelp') },
        { name: t('part.fresh'), value: of(coverage.fresh), help: t('part.freshHelp') },
        { name: t('part.stale'), value: of(coverage.stale), help: t('part.staleHelp') },
      ]}
    />
  );
}
