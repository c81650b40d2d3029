/**
 * Checks every number of a result against its reference, relative to the reference; a reference of 0 is absolute.
 * References smaller than `least` count as that large: what cancels to 0 in theory has only rounding to compare.
 */
export function expectClose(
  actual: unknown,
  expected: unknown,
  tolerance = 1e-12,
  { least = 0, path = 'result' }: { least?: number; path?: string } = {},
): void {
  if (typeof expected === 'number' && typeof actual === 'number') {
    const error = Math.abs(actual - expected) / (Math.max(least, Math.abs(expected)) || 1);
    if (!(error <= tolerance)) throw new Error(`${path}: ${actual} is not ${expected} (error ${error})`);
    return;
  }
  if (typeof expected !== 'object' || expected === null || typeof actual !== 'object' || actual === null) {
    if (!Object.is(actual, expected)) throw new Error(`${path}: ${String(actual)} is not ${String(expected)}`);
    return;
  }
  for (const [key, value] of Object.entries(expected)) {
    expectClose((actual as Record<string, unknown>)[key], value, tolerance, { least, path: `${path}.${key}` });
  }
  if (Array.isArray(expected) && (actual as unknown[]).length !== expected.length) {
    throw new Error(`${path}: ${(actual as unknown[]).length} entries, not ${expected.length}`);
  }
}

/** Turns columns into rows. */
export function rowsOf(columns: readonly (readonly number[])[]): number[][] {
  return (columns[0] ?? []).map((_, i) => columns.map((column) => column[i]!));
}
