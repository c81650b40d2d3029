import type { MaturityModel, ModelItem, ModelPractice } from '@touchstone/domain';
import { clearlyMeant, keyOf } from './plain-text.js';

export interface ImportItem {
  readonly item: ModelItem;
  readonly practice: ModelPractice;
}

export const importItems = (model: MaturityModel): ImportItem[] =>
  model.dimensions.flatMap(({ practices }) =>
    practices.flatMap((practice) => practice.items.map((item) => ({ item, practice }))),
  );

/** "Q3.", "3)", "（三）", "1.2 " in front of a question, and "(1–5)", "[required]" behind it. */
const NUMBERING =
  /^\s*(?:[(（]?\s*(?:q|question|问题|第)?\s*[\d一二三四五六七八九十.]+\s*(?:题)?\s*[.)、:：）-]*)(?=\s|\p{L})/iu;
const SUFFIX = /\s*[([（【][^)\]）】]*[)\]）】]\s*$/u;

export const withoutNumbering = (text: string): string => text.replace(NUMBERING, '').replace(SUFFIX, '').trim();

const SHORTEST_PART = 4;

/** Which item of the model a text means – an id, a name, a question, in any language of the model; null where unclear. */
export function itemMatcher(model: MaturityModel): (text: string) => ImportItem | null {
  const items = importItems(model);
  const exact = new Map<string, ImportItem | null>();
  const add = (name: string, item: ImportItem): void => {
    const key = keyOf(name);
    if (key === '') return;
    const known = exact.get(key);
    exact.set(key, known !== undefined && known !== item ? null : item);
  };
  for (const entry of items) {
    add(entry.item.id, entry);
    for (const text of Object.values(entry.item.text)) add(text, entry);
    // The practice's own names mean an item only where the practice has no other.
    if (entry.practice.items.filter(({ type }) => type !== 'text').length === 1 && entry.item.type !== 'text')
      for (const name of [entry.practice.id, ...Object.values(entry.practice.name)]) add(name, entry);
  }
  const named = [...exact].flatMap(([key, target]) => (target ? [{ key, target }] : []));
  const find = (key: string): ImportItem | null | undefined => (key === '' ? null : exact.get(key));
  return (text) => {
    for (const form of [text, withoutNumbering(text)]) {
      const known = find(keyOf(form));
      if (known !== undefined) return known;
    }
    const key = keyOf(withoutNumbering(text));
    if (key.length < SHORTEST_PART) return null;
    return clearlyMeant(key, named);
  };
}
