import { createHash } from 'node:crypto';

const names = new Map<string, string>();

/** The name under which connections keep a statement prepared: the same text, the same name. */
export function statementName(sql: string): string {
  let name = names.get(sql);
  if (!name) {
    name = `touchstone_${createHash('sha256').update(sql).digest('hex').slice(0, 24)}`;
    names.set(sql, name);
  }
  return name;
}
