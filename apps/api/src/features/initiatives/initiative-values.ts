import { type FieldProblem, ValidationError } from '@touchstone/domain';
import type { InitiativeInput } from './initiative.input.js';

/** Collects what is wrong with an input, so that a form hears all of it at once. */
export class Problems {
  private readonly found: FieldProblem[] = [];

  add(path: string, code: string, message: string, params?: FieldProblem['params']): void {
    this.found.push({ path, code, message, params });
  }

  /** The text without blanks around it. */
  text(path: string, value: string | null | undefined, longest: number, required = false): string {
    const text = value?.trim() ?? '';
    if (required && !text) this.add(path, 'required', 'Write something here.');
    if (text.length > longest) {
      this.add(path, 'too_long', `Use at most ${longest} characters.`, { maximum: longest });
    }
    return text;
  }

  whole(path: string, value: number | null | undefined, minimum: number, maximum: number): number | null {
    if (value == null) return null;
    if (!Number.isInteger(value) || value < minimum || value > maximum) {
      this.add(path, 'out_of_range', `Use a whole number from ${minimum} to ${maximum}.`, { minimum, maximum });
    }
    return value;
  }

  /** A choice between one and five. */
  grade = (path: string, value: number | null | undefined): number | null => this.whole(path, value, 1, 5);

  throwIfAny(): void {
    if (this.found.length > 0) throw new ValidationError(this.found);
  }
}

/** The columns of an initiative as a form gives them; what the database knows, such as people and teams, is checked there. */
export function initiativeValues(input: InitiativeInput) {
  const problems = new Problems();
  const money = (path: 'costPlannedMinor' | 'costActualMinor') =>
    problems.whole(path, input[path], 0, Number.MAX_SAFE_INTEGER);
  const currency = input.currency?.trim().toUpperCase() || null;
  const values = {
    title: problems.text('title', input.title, 200, true),
    hypothesis_change: problems.text('hypothesisChange', input.hypothesisChange, 2000),
    hypothesis_effect: problems.text('hypothesisEffect', input.hypothesisEffect, 2000),
    hypothesis_reason: problems.text('hypothesisReason', input.hypothesisReason, 2000),
    team_id: input.teamId ?? null,
    owner_id: input.ownerId ?? null,
    sponsor_id: input.sponsorId ?? null,
    starts_on: input.startsOn ?? null,
    due_on: input.dueOn ?? null,
    currency,
    cost_planned_minor: money('costPlannedMinor'),
    cost_actual_minor: money('costActualMinor'),
    value: problems.grade('value', input.value),
    effort: problems.grade('effort', input.effort),
    update_every_days: problems.whole('updateEveryDays', input.updateEveryDays, 1, 180),
  };
  if (currency !== null && !/^[A-Z]{3}$/.test(currency)) {
    problems.add('currency', 'unknown_currency', 'Write the currency as three letters, e.g. EUR.');
  }
  if (currency === null && (values.cost_planned_minor !== null || values.cost_actual_minor !== null)) {
    problems.add('currency', 'required', 'Say in which currency the cost is.');
  }
  if (values.starts_on && values.due_on && values.due_on < values.starts_on) {
    problems.add('dueOn', 'before_start', 'It cannot be due before it begins.');
  }
  problems.throwIfAny();
  return values;
}
export type InitiativeValues = ReturnType<typeof initiativeValues>;
