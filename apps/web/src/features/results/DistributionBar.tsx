import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { rampColour, rampInk } from '../../ui/level-ramp.js';
import type { Segment } from './distribution-bars.js';
import classes from './DistributionBar.module.css';

interface DistributionBarProps {
  segments: readonly Segment[];
  valueName: (value: number) => string;
}

/** One bar to 100 %, lowest level first; a list of exact counts for whoever does not see it. */
export function DistributionBar({ segments, valueName }: DistributionBarProps) {
  const { t } = useTranslation('results');
  const { percent } = useFormats();
  const words = (segment: Segment) =>
    t('distribution.levelShare', {
      level: valueName(segment.value),
      count: segment.count,
      percent: percent(segment.percent / 100),
    });
  return (
    <ul className={classes.bar}>
      {segments.map((segment) => (
        <Tooltip key={segment.value} label={words(segment)}>
          <li
            className={classes.segment}
            style={{ flexGrow: segment.count, background: rampColour(segment.step), color: rampInk(segment.step) }}
            hidden={segment.count === 0}
          >
            <span aria-hidden>{segment.percent >= 7 ? segment.percent : ''}</span>
            <span className="ts-visually-hidden">{words(segment)}</span>
          </li>
        </Tooltip>
      ))}
    </ul>
  );
}
