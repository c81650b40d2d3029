import type { Tone } from '../../ui/StatusBadge.js';
import type {
  GatedStage,
  InitiativeHealth,
  InitiativeStage,
  LateKind,
  LaunchMark,
  LaunchOutcome,
  RiskState,
} from './initiatives.generated.js';

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

/** Those that an organisation may let nobody enter without a decision. */
export const GATED_STAGES = ['APPROVED', 'IN_PROGRESS', 'LAUNCHED', 'CLOSED'] as const satisfies readonly GatedStage[];
export const gatedStage = (stage: Stage): GatedStage | undefined => GATED_STAGES.find((each) => each === stage);

export const INITIATIVE_PANELS = [
  'edit',
  'move',
  'action',
  'report',
  'milestone',
  'risk',
  'links',
  'need',
  'decision',
  'effect',
] as const;
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

export const RISK_STATES = ['OPEN', 'HAPPENED', 'GONE'] as const satisfies readonly RiskState[];
export const riskTone: Record<RiskState, Tone> = { OPEN: 'warn', HAPPENED: 'bad', GONE: 'quiet' };

/** From the launch on. */
export const LAUNCHED_STAGES = ['LAUNCHED', 'EVALUATING', 'CLOSED'] as const satisfies readonly Stage[];

export const OUTCOMES = [
  'PROVEN',
  'NOT_PROVEN',
  'WORSE',
  'INSUFFICIENT',
  'OVERDUE',
  'NOT_YET_DUE',
  'UNREGISTERED',
] as const satisfies readonly LaunchOutcome[];

export const MARKS = ['FADED', 'CONFOUNDED', 'WITHDREW'] as const satisfies readonly LaunchMark[];

export const LATE_KINDS = [
  'LAUNCH',
  'MILESTONE',
  'ACTION',
  'EVALUATION',
  'REPORT',
  'STAGE',
] as const satisfies readonly LateKind[];
