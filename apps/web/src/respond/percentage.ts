/** What a person typed as a share: a decimal comma, a percent sign and full-width digits are all understood. */
export function parsePercentage(typed: string): number | null {
  const text = typed.normalize('NFKC').trim().replace(/\s*%$/, '').replace(',', '.');
  if (!/^\d{1,3}(\.\d{1,4})?$/.test(text)) return null;
  const value = Number(text);
  return value <= 100 ? value : null;
}
