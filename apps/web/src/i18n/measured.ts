/**
 * After how many decimals a measured number says no more: one serves most, thousands need none, and of what is smaller than
 * one the first three digits that are not nought are shown, so that no small rate vanishes.
 */
export function decimalsOf(value: number): number {
  const size = Math.abs(value);
  if (size >= 1000) return 0;
  return size >= 1 || size === 0 ? 1 : Math.min(10, 2 - Math.floor(Math.log10(size)));
}

/** For the ends of an interval or a difference, too: `of` is then the number that they belong to. */
export const measured = (of: number): { maximumFractionDigits: number } => ({ maximumFractionDigits: decimalsOf(of) });

/** What somebody set is shown as they set it: a target of 0.002 is not one of 0. */
export const EXACT = { maximumFractionDigits: 10 };
