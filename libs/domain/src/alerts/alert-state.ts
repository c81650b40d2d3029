export const ALERT_STATES = ['open', 'acknowledged', 'snoozed', 'closed'] as const;
export type AlertState = (typeof ALERT_STATES)[number];

export const ALERT_ACTS = ['acknowledge', 'snooze', 'wake', 'assign', 'escalate', 'close', 'reopen', 'note'] as const;
export type AlertAct = (typeof ALERT_ACTS)[number];

/** Reasons that a person gives; three more the system gives itself. */
export const CLOSE_REASONS = ['resolved', 'expected', 'false_alarm', 'data_problem', 'pain_point'] as const;
export type CloseReason = (typeof CLOSE_REASONS)[number];
/**
 * A stale metric has data again; the series was broken, so that the numbers no longer speak of what is measured now; the
 * metric has left the catalogue, and nobody sees its numbers any more.
 */
export const SYSTEM_CLOSE_REASONS = ['recovered', 'series_break', 'metric_archived'] as const;

interface Edge {
  readonly from: readonly AlertState[];
  /** Null: it stays where it is. */
  readonly to: AlertState | null;
}

const LIVE = ['open', 'acknowledged', 'snoozed'] as const;

const EDGES: Readonly<Record<AlertAct, Edge>> = {
  acknowledge: { from: ['open', 'snoozed'], to: 'acknowledged' },
  snooze: { from: LIVE, to: 'snoozed' },
  wake: { from: ['snoozed'], to: 'open' },
  assign: { from: LIVE, to: null },
  escalate: { from: LIVE, to: null },
  close: { from: LIVE, to: 'closed' },
  reopen: { from: ['closed'], to: 'open' },
  note: { from: ALERT_STATES, to: null },
};

/** The state after an act; null where the act does not fit the state. */
export function alertAfter(state: AlertState, act: AlertAct): AlertState | null {
  const { from, to } = EDGES[act];
  return (from as readonly AlertState[]).includes(state) ? (to ?? state) : null;
}

export const LONGEST_SNOOZE_DAYS = 90;

export type SnoozeProblem = 'in_the_past' | 'too_far';

export function snoozeProblem(until: Date, now: Date): SnoozeProblem | null {
  const days = (until.getTime() - now.getTime()) / 86_400_000;
  if (!(days > 0)) return 'in_the_past';
  return days > LONGEST_SNOOZE_DAYS ? 'too_far' : null;
}
