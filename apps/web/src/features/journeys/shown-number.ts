/** As many digits as a reader can use: whole thousands need no decimals, small shares do. */
export function shownNumber(value: number): { maximumFractionDigits: number } {
  const size = Math.abs(value);
  return { maximumFractionDigits: size >= 100 ? 0 : size >= 1 ? 1 : 3 };
}
