/** The model as its reader page holds it, and the look-ups the page needs. */
import type { ModelReaderQuery } from './models.generated.js';

export type ReadModel = ModelReaderQuery['maturityModelVersion'];
export type ReadPractice = ReadModel['dimensions'][number]['practices'][number];
export type ReadItem = ReadPractice['items'][number];

export function practiceNames(model: Pick<ReadModel, 'dimensions'>): Map<string, Record<string, string>> {
  return new Map(model.dimensions.flatMap(({ practices }) => practices.map(({ id, name }) => [id, name] as const)));
}

/** A practice whose only question is "which level?" shows its descriptors and nothing more. */
export function asksMoreThanLevel(practice: Pick<ReadPractice, 'items'>): boolean {
  return practice.items.length > 1 || practice.items.some((item) => item.type !== 'level');
}
