import { IconAlertTriangle, IconCheck, IconCircleDashed, IconPlayerPlay, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './StatusBadge.module.css';

export type Tone = 'good' | 'warn' | 'bad' | 'active' | 'quiet';

const icons: Record<Tone, typeof IconCheck> = {
  good: IconCheck,
  warn: IconAlertTriangle,
  bad: IconX,
  active: IconPlayerPlay,
  quiet: IconCircleDashed,
};

/** Colour never says it alone: an icon and a word stand with it. */
export function StatusBadge({ tone, children }: { tone: Tone; children: ReactNode }) {
  const Icon = icons[tone];
  return (
    <span className={`${classes.status} ${classes[tone]}`}>
      <Icon size={14} aria-hidden />
      {children}
    </span>
  );
}
