import type { LocalizedText, Questionnaire } from './contract.js';
import { localized } from './locale.js';

// A practised reader on a phone skims descriptors; both rates are deliberately on the slow side of skimming.
const WORDS_PER_MINUTE = 260;
const HAN_PER_MINUTE = 420;
const MINUTES_TO_DECIDE = 10 / 60;

function minutesToRead(texts: LocalizedText, locale: string): number {
  const { text } = localized(texts, locale);
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.replace(/\p{Script=Han}/gu, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return han / HAN_PER_MINUTE + words / WORDS_PER_MINUTE;
}

/** How long the whole questionnaire takes: reading what is on its screens and deciding on each question. */
export function estimatedMinutes(questionnaire: Questionnaire, locale: string): number {
  const minutes = questionnaire.dimensions
    .flatMap((dimension) => dimension.practices)
    .reduce((sum, practice) => {
      const shown = [
        practice.name,
        practice.description,
        ...practice.items.flatMap((item) => [item.text, ...item.options.map((option) => option.label)]),
        ...(practice.items.some((item) => item.type === 'level') ? practice.descriptors.map((d) => d.text) : []),
      ];
      return (
        sum +
        shown.reduce((read, text) => read + minutesToRead(text, locale), 0) +
        practice.items.length * MINUTES_TO_DECIDE
      );
    }, 0);
  return minutes <= 10 ? Math.max(1, Math.ceil(minutes)) : Math.ceil(minutes / 5) * 5;
}
