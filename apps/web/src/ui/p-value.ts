/** A p-value to three places, and "< 0.001" below that: more digits would claim what no test can know. */
export function writePValue(p: number, number: (value: number, options?: Intl.NumberFormatOptions) => string): string {
  const digits = { minimumFractionDigits: 3, maximumFractionDigits: 3 };
  return p < 0.001 ? `< ${number(0.001, digits)}` : number(p, digits);
}
