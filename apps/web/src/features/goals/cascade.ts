import type { GoalCascadeQuery } from './goals.generated.js';

export type Cascade = GoalCascadeQuery['goalCascade'];
export type Goal = Cascade['goals'][number];
