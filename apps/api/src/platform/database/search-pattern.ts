/** What somebody typed, as a pattern for ILIKE that finds it anywhere; null where nothing was typed. */
export function searchPattern(typed: string | null | undefined): string | null {
  const words = typed?.trim();
  return words ? `%${words.replace(/[\\%_]/g, '\\$&')}%` : null;
}
