import type { WaveFieldsFragment } from './home.generated.js';

export type Wave = Pick<WaveFieldsFragment, 'id' | 'name' | 'deadline' | 'expected' | 'submitted'>;

export type Attention =
  | { kind: 'overdue' | 'closingLow' | 'toPublish' | 'toOpen'; wave: Wave }
  | { kind: 'deadJobs'; count: number }
  | { kind: 'alerts'; count: number };

export interface HomeFacts {
  open: readonly Wave[];
  closed: readonly Wave[];
  draft: readonly Wave[];
  deadJobs: number;
  alerts: number;
}

const days = 86_400_000;
/** Below this share of answers, three days before the deadline, a reminder is worth sending. */
const lowShare = 0.6;

/** What waits for somebody, most urgent first. */
export function attention({ open, closed, draft, deadJobs, alerts }: HomeFacts, now: number): Attention[] {
  const left = (wave: Wave) => new Date(wave.deadline).getTime() - now;
  const low = (wave: Wave) => wave.expected > 0 && wave.submitted / wave.expected < lowShare;
  const soonest = [...open].sort((a, b) => left(a) - left(b));
  return [
    ...(deadJobs > 0 ? [{ kind: 'deadJobs' as const, count: deadJobs }] : []),
    ...(alerts > 0 ? [{ kind: 'alerts' as const, count: alerts }] : []),
    ...soonest.filter((wave) => left(wave) <= 0).map((wave) => ({ kind: 'overdue' as const, wave })),
    ...soonest
      .filter((wave) => left(wave) > 0 && left(wave) <= 3 * days && low(wave))
      .map((wave) => ({ kind: 'closingLow' as const, wave })),
    ...closed.map((wave) => ({ kind: 'toPublish' as const, wave })),
    ...draft.map((wave) => ({ kind: 'toOpen' as const, wave })),
  ];
}
