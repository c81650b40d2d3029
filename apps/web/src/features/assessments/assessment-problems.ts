/** What stands against saving a form, by field path, as codes that the page puts into words. */
import { instantOf } from '../../i18n/zoned-time.js';
import type { AssessmentValues } from './assessment-form.js';

export type ProblemCode =
  | 'required'
  | 'tooLong'
  | 'deadlinePast'
  | 'periodOrder'
  | 'unitMissing'
  | 'groupsMissing'
  | 'groupNameTwice'
  | 'expectedTooSmall'
  | 'minimumTooSmall'
  | 'minimumTooLarge'
  | 'notDate';

export interface Problem {
  readonly code: ProblemCode;
  readonly params?: Readonly<Record<string, number>>;
}

export interface FormRules {
  readonly now: Date;
  readonly timeZone: string | undefined;
  /** What the organisation asks for at least. */
  readonly minimumGroupSize: number;
  /** The deadline as it was read may be past; a new one must lie ahead. */
  readonly deadlineKept?: string;
}

export const NAME_LIMIT = 200;
export const PURPOSE_LIMIT = 2000;
export const LARGEST_MINIMUM = 100;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function assessmentProblems(values: AssessmentValues, rules: FormRules): Record<string, Problem> {
  const problems: Record<string, Problem> = {};
  const say = (path: string, code: ProblemCode, params?: Problem['params']) => (problems[path] ??= { code, params });
  const text = (path: 'name' | 'purpose', limit: number) => {
    if (values[path].trim() === '') say(path, 'required');
    if (values[path].length > limit) say(path, 'tooLong', { limit });
  };
  text('name', NAME_LIMIT);
  text('purpose', PURPOSE_LIMIT);
  if (values.modelVersionId === '') say('modelVersionId', 'required');
  if (values.scopeKind === 'BUSINESS_UNIT' && values.businessUnitId === '') say('businessUnitId', 'unitMissing');
  for (const path of ['periodStart', 'periodEnd'] as const) if (!DAY.test(values[path])) say(path, 'notDate');
  if (values.periodEnd < values.periodStart) say('periodEnd', 'periodOrder');
  checkDeadline(values, rules, say);
  checkMinimum(values, rules, say);
  checkGroups(values, say);
  return problems;
}

type Say = (path: string, code: ProblemCode, params?: Problem['params']) => void;

function checkDeadline(values: AssessmentValues, rules: FormRules, say: Say): void {
  if (values.deadline === rules.deadlineKept) return;
  const deadline = instantOf(values.deadline, rules.timeZone);
  if (deadline === null) say('deadline', 'notDate');
  else if (new Date(deadline) <= rules.now) say('deadline', 'deadlinePast');
}

function checkMinimum({ minimumGroupSize }: AssessmentValues, rules: FormRules, say: Say): void {
  if (minimumGroupSize === '') say('minimumGroupSize', 'required');
  else if (minimumGroupSize < rules.minimumGroupSize)
    say('minimumGroupSize', 'minimumTooSmall', { minimum: rules.minimumGroupSize });
  else if (minimumGroupSize > LARGEST_MINIMUM) say('minimumGroupSize', 'minimumTooLarge', { maximum: LARGEST_MINIMUM });
}

function checkGroups({ raterGroups }: AssessmentValues, say: Say): void {
  if (raterGroups.length === 0) say('raterGroups', 'groupsMissing');
  const seen = new Set<string>();
  raterGroups.forEach((group, index) => {
    const name = group.name.trim().toLowerCase();
    if (name === '') say(`raterGroups.${index}.name`, 'required');
    else if (seen.has(name)) say(`raterGroups.${index}.name`, 'groupNameTwice');
    seen.add(name);
    if (group.expectedSize === '' || group.expectedSize < 1)
      say(`raterGroups.${index}.expectedSize`, 'expectedTooSmall');
  });
}
