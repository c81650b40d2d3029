import type { Tone } from '../../ui/StatusBadge.js';
import type { RankingRoundFieldsFragment, RankingState } from './ranking.generated.js';

export const RANKING_STATES = [
  'JUDGING',
  'REVEALED',
  'AGREED',
  'CALLED_OFF',
] as const satisfies readonly RankingState[];

export const rankingTone: Record<RankingState, Tone> = {
  JUDGING: 'active',
  REVEALED: 'warn',
  AGREED: 'good',
  CALLED_OFF: 'quiet',
};

export const RANKING_PANELS = ['edit', 'callOff', 'agree', 'weigh'] as const;
export type RankingPanel = (typeof RANKING_PANELS)[number];

export type Round = RankingRoundFieldsFragment;
export type Result = NonNullable<Round['result']>;
export type RankedItem = Result['items'][number];
export type WeighedPainPoint = NonNullable<Round['items'][number]['painPoints']>[number];
export type WeighedTouchpoint = WeighedPainPoint['touchpoints'][number];

/** "O-12 Shorter queues" by the id of an opportunity of the round. */
export const titlesOf = ({ items }: Round): ReadonlyMap<string, string> =>
  new Map(items.map(({ opportunityId, number, title }) => [opportunityId, `O-${number} ${title}`]));
