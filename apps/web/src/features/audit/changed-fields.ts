export interface ChangedField {
  field: string;
  before: string;
  after: string;
  /** A fact of the act (a count, a mode) rather than a change from one value to another. */
  fact: boolean;
}

const written = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);

const isChange = (value: unknown): value is { before: unknown; after: unknown } =>
  typeof value === 'object' && value !== null && 'before' in value && 'after' in value;

/** What an event changed, row by row: `{field: {before, after}}` as changes, everything else as facts. */
export function changedFields(changes: unknown): ChangedField[] {
  if (typeof changes !== 'object' || changes === null) return [];
  return Object.entries(changes).map(([field, value]) =>
    isChange(value)
      ? { field, before: written(value.before), after: written(value.after), fact: false }
      : { field, before: '', after: written(value), fact: true },
  );
}
