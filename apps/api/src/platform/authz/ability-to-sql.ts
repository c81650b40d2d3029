import type { Action, AppAbility, Subject } from '@touchstone/domain';

export interface SqlCondition {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/**
 * Compiles what an ability allows on a subject into a predicate over the columns of a query, for read models.
 * No rule means no rows. Unknown operators and fields throw: a condition that cannot be enforced must not be ignored.
 *
 * @param columns the SQL expression for each field that rules may look at, e.g. `{ state: 'a.state' }`
 * @param firstParameter the number of the first placeholder, e.g. 3 for `$3`
 */
export function abilityToSql(
  ability: AppAbility,
  action: Action,
  subject: Subject,
  columns: Readonly<Record<string, string>>,
  firstParameter: number,
): SqlCondition {
  const parameters: unknown[] = [];
  const rules = ability.rulesFor(action, subject);
  if (rules.some((rule) => rule.inverted)) throw new Error('Forbidding rules have no translation to SQL yet.');
  const alternatives = rules.map((rule) => {
    if (!rule.conditions) return 'true';
    const parts = Object.entries(rule.conditions as Record<string, unknown>).map(([field, condition]) => {
      const column = columns[field];
      if (!column)
        throw new Error(`The rule for ${action} ${subject} looks at "${field}", which this query does not offer.`);
      return comparison(column, condition, (value) => `$${firstParameter + parameters.push(value) - 1}`);
    });
    return parts.length > 0 ? `(${parts.join(' AND ')})` : 'true';
  });
  return { sql: alternatives.length > 0 ? `(${alternatives.join(' OR ')})` : 'false', parameters };
}

function comparison(column: string, condition: unknown, placeholder: (value: unknown) => string): string {
  if (typeof condition === 'string' || typeof condition === 'number' || typeof condition === 'boolean') {
    return `${column} = ${placeholder(condition)}`;
  }
  if (condition && typeof condition === 'object') {
    const operators = Object.entries(condition);
    if (operators.length === 1 && operators[0]?.[0] === '$in' && Array.isArray(operators[0][1])) {
      return `${column} = ANY(${placeholder(operators[0][1])})`;
    }
  }
  throw new Error(`The condition on ${column} has no translation to SQL: ${JSON.stringify(condition)}`);
}
