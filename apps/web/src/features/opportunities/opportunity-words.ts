import type { Tone } from '../../ui/StatusBadge.js';
import type { ImpactEffortQuadrant, OpportunityLensesQuery, OpportunityState } from './opportunities.generated.js';

export const OPPORTUNITY_STATES = [
  'OPEN',
  'TAKEN',
  'PARKED',
  'DISMISSED',
] as const satisfies readonly OpportunityState[];

export const opportunityTone: Record<OpportunityState, Tone> = {
  OPEN: 'active',
  TAKEN: 'good',
  PARKED: 'warn',
  DISMISSED: 'quiet',
};

export const LENSES = ['rice', 'wsjf', 'ice', 'weighted', 'matrix', 'pareto'] as const;
export type Lens = (typeof LENSES)[number];

/** The five steps that RICE knows; nobody can tell 1.3 from 1.4. */
export const IMPACTS = [3, 2, 1, 0.5, 0.25] as const;

export const QUADRANTS = [
  'QUICK_WIN',
  'MAJOR_PROJECT',
  'FILL_IN',
  'AVOID',
] as const satisfies readonly ImpactEffortQuadrant[];

export type LensRow = OpportunityLensesQuery['opportunityLenses'][number];
