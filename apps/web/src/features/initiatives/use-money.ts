import { useFormats } from '../../i18n/format.js';
import { fractionDigits, toMajor } from '../../ui/money.js';

/** Writes amounts that are kept in the smallest unit of the currency. */
export function useMoney(currency: string | null): (minor: number | null | undefined) => string {
  const formats = useFormats();
  return (minor) => {
    const major = toMajor(minor ?? null, currency);
    if (major === null || !currency) return '–';
    const digits = fractionDigits(currency);
    return `${formats.number(major, { minimumFractionDigits: digits, maximumFractionDigits: digits })} ${currency}`;
  };
}
