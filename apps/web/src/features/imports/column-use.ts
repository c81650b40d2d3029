import { isTarget } from './column-targets.js';
import type { ColumnUse } from './column-mapping.js';

/** One choice per column, so that nobody has to choose twice: the item stands in the value. */
export const writeUse = (use: ColumnUse | undefined): string =>
  use ? (use.itemId ? `${use.target}:${use.itemId}` : use.target) : 'ignore';

export function readUse(value: string): ColumnUse | null {
  const [target, itemId] = value.split(':');
  return isTarget(target) && target !== 'ignore' ? { target, itemId: itemId ?? null } : null;
}
