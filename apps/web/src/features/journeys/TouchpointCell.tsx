import { IconBolt, IconFlag, IconMoodSad } from '@tabler/icons-react';
import type { HTMLAttributes } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import classes from './JourneyMap.module.css';
import type { PlacementFactor, PlacementFieldsFragment } from './journey-map.generated.js';
import { MetricLines } from './MetricLines.js';
import type { MetricsOf } from './metrics-of.js';

interface TouchpointCellProps {
  placements: PlacementFieldsFragment[];
  metricsOf: MetricsOf;
  editable: boolean;
  where: HTMLAttributes<HTMLDivElement> & { 'data-place': string };
  onOpen: () => void;
}

const icons: Record<PlacementFactor, typeof IconFlag> = {
  KEY_MOMENT: IconFlag,
  INHIBITOR: IconMoodSad,
  MOTIVATOR: IconBolt,
};

/** Where customers meet us in a stage, what each meeting weighs, and who answers for it. */
export function TouchpointCell({ placements, metricsOf, editable, where, onOpen }: TouchpointCellProps) {
  const { t } = useTranslation('journeys');
  const { number } = useFormats();
  return (
    <div role="gridcell" className={`${classes.cell} ${classes.openable}`} onClick={onOpen} {...where}>
      {placements.length === 0 && editable && <span className={classes.blank}>{t('touchpoint.add')}</span>}
      <ul className={classes.touchpoints}>
        {placements.map((placement) => {
          const Icon = placement.factor && icons[placement.factor];
          return (
            <li key={placement.id} className={classes.touchpoint} data-factor={placement.factor}>
              <span className={classes.touchpointName}>
                {Icon && <Icon size={14} aria-hidden />} {placement.name}
              </span>
              <span className={classes.quiet}>
                {placement.factor && `${t(`factor.${placement.factor}`)} · `}
                {placement.emotion !== null && placement.emotion !== undefined && (
                  <>
                    {number(placement.emotion, { signDisplay: 'exceptZero' })}
                    {' · '}
                  </>
                )}
                {placement.teamName ?? t('touchpoint.noTeam')}
                {placement.isFuture && ` · ${t('touchpoint.future')}`}
              </span>
              <MetricLines metrics={metricsOf(placement.metricIds)} label={t('metric.of', { name: placement.name })} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
