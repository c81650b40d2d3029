import type { Tone } from '../../ui/StatusBadge.js';
import type { InitiativeHealth, InitiativeStage } from './initiatives.generated.js';

export type Stage = InitiativeStage;
export const STAGES = [
  'PROPOSED',
  'APPROVED',
  'IN_PROGRESS',
  'LAUNCHED',
  'EVALUATING',
  'CLOSED',
  'WITHDRAWN',
] as const satisfies readonly Stage[];

export const INITIATIVE_PANELS = ['edit', 'move', 'action', 'report'] as const;
export type InitiativePanel = (typeof INITIATIVE_PANELS)[number];

export const stageTone: Record<Stage, Tone> = {
  PROPOSED: 'quiet',
  APPROVED: 'active',
  IN_PROGRESS: 'active',
  LAUNCHED: 'active',
  EVALUATING: 'active',
  CLOSED: 'good',
  WITHDRAWN: 'quiet',
};

export const HEALTHS = ['ON_TRACK', 'AT_RISK', 'OFF_TRACK'] as const satisfies readonly InitiativeHealth[];

export const healthTone: Record<InitiativeHealth, Tone> = { ON_TRACK: 'good', AT_RISK: 'warn', OFF_TRACK: 'bad' };
