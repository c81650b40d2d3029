import { useTranslation } from 'react-i18next';
import classes from './LevelBadge.module.css';
import { rampColour, rampInk, rampStep } from './level-ramp.js';

interface LevelBadgeProps {
  level: number;
  /** The model's own name for the level, in the reader's language. */
  name?: string;
  lowest?: number;
  highest?: number;
}

/** A maturity level: its number and name on a single-hue ramp that also reads in grey. */
export function LevelBadge({ level, name, lowest = 1, highest = 5 }: LevelBadgeProps) {
  const { t } = useTranslation();
  const step = rampStep(level, lowest, highest);
  return (
    <span className={classes.level} style={{ background: rampColour(step), color: rampInk(step) }}>
      {t('level', { level })}
      {name && <span>{name}</span>}
    </span>
  );
}
