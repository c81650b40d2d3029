/** How many digits the currency has after the point: 2 for EUR, 0 for JPY; 2 where nobody knows it. */
export function fractionDigits(currency: string | null): number {
  if (!currency || !/^[A-Z]{3}$/.test(currency)) return 2;
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** Cents as they are kept, from euros as they are typed. */
export const toMinor = (major: number | null, currency: string | null): number | null =>
  major === null ? null : Math.round(major * 10 ** fractionDigits(currency));

/** Euros as they are read, from cents as they are kept. */
export const toMajor = (minor: number | null, currency: string | null): number | null =>
  minor === null ? null : minor / 10 ** fractionDigits(currency);
