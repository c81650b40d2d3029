/** One act, as the audit trail keeps it. Personal data and answers are referenced by id, never copied into `changes`. */
export interface AuditEntry {
  /** What happened, as subject and verb: `assessment.opened`. */
  readonly act: string;
  readonly objectKind: string;
  readonly objectId: string | null;
  /** Changed fields as `{field: {before, after}}`, or the facts that describe the act. */
  readonly changes?: Readonly<Record<string, unknown>>;
}

/** The changed fields between two states, in the form the trail keeps. */
export function changedFields<T extends object>(before: T, after: Partial<T>): Record<string, unknown> {
  const changes: Record<string, unknown> = {};
  for (const key of Object.keys(after) as (keyof T & string)[]) {
    if (JSON.stringify(before[key]) !== JSON.stringify(after[key])) {
      changes[key] = { before: before[key] ?? null, after: after[key] ?? null };
    }
  }
  return changes;
}
