import type { SqlCondition } from '../../platform/authz/ability-to-sql.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { PortfolioNarrowing } from './initiatives.read-model.js';
import {
  HAS_FADED,
  HAS_LAUNCHED,
  IS_RUNNING,
  LATE_BY,
  OUTCOME,
  servesGoal,
  WAS_CONFOUNDED,
  WITHDREW,
} from './portfolio-sql.js';

const MARKS = {
  faded: `${OUTCOME} = 'proven' AND ${HAS_FADED}`,
  confounded: WAS_CONFOUNDED,
  withdrew: WITHDREW,
} as const;

/** The initiatives `i` behind a figure of the portfolio; nothing is asked that was not chosen. */
export function narrowedTo(by: PortfolioNarrowing, firstParameter: number): SqlCondition {
  const parameters: unknown[] = [];
  const parameter = (value: unknown): string => `$${firstParameter + parameters.push(value) - 1}`;
  const conditions: string[] = [];
  if (by.sponsorId) conditions.push(`i.sponsor_id = ${parameter(rowId(by.sponsorId, 'Person'))}`);
  if (by.goalId) conditions.push(servesGoal(parameter(rowId(by.goalId, 'Goal'))));
  if (by.outcome) conditions.push(HAS_LAUNCHED, `${OUTCOME} = ${parameter(by.outcome)}`);
  if (by.mark) conditions.push(HAS_LAUNCHED, MARKS[by.mark]);
  if (by.lateBy) conditions.push(LATE_BY[by.lateBy]);
  if (by.value !== null) conditions.push(`i.value = ${parameter(by.value)}::int`);
  if (by.effort !== null) conditions.push(`i.effort = ${parameter(by.effort)}::int`);
  // A place on the map is taken by what is still being done.
  if (by.value !== null || by.effort !== null || by.unestimated) conditions.push(IS_RUNNING);
  if (by.unestimated) conditions.push('(i.value IS NULL OR i.effort IS NULL)');
  if (by.launchedFrom) conditions.push(HAS_LAUNCHED, `i.launched_on >= ${parameter(by.launchedFrom)}::date`);
  if (by.launchedTo) conditions.push(HAS_LAUNCHED, `i.launched_on < ${parameter(by.launchedTo)}::date`);
  return { sql: conditions.map((condition) => ` AND (${condition})`).join(''), parameters };
}
