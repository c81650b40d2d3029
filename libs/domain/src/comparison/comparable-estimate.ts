import { combinedPractices, combinePractices, type ResultCell, type WeightedPractice } from '../results/index.js';

/** One side of a comparison. */
export interface ComparedEstimate {
  readonly n: number;
  readonly value: number;
  readonly standardError: number | null;
  readonly degreesOfFreedom: number | null;
}

export function estimateOfCell({ n, value, sd, explanation }: ResultCell): ComparedEstimate | null {
  if (n === null || value === null) return null;
  return {
    n,
    value,
    standardError: explanation?.standardError ?? (sd === null ? null : sd / Math.sqrt(n)),
    degreesOfFreedom: explanation?.degreesOfFreedom ?? (n > 1 ? n - 1 : null),
  };
}

/**
 * A dimension, or the whole, over the given practices by the given weights. Where that is what the cell rests on
 * already, the cell itself; otherwise it is put together again from the practice cells, which loses nothing, because
 * it is made of them.
 */
export function estimateOverPractices(
  cell: ResultCell,
  practices: readonly WeightedPractice[],
  cells: ReadonlyMap<string, ResultCell>,
): ComparedEstimate | null {
  const parts = combinedPractices(practices, cells);
  const explanation = cell.explanation?.kind === 'combination' ? cell.explanation : null;
  const rests = new Map(explanation?.parts.map(({ practiceId, weight }) => [practiceId, weight]));
  const same =
    rests.size === parts.length &&
    parts.every(({ practiceId, weight }) => Math.abs((rests.get(practiceId) ?? -1) - weight) < 1e-12);
  if (same) return estimateOfCell(cell);
  // Without the wave's correlation the errors are taken to move as one, which cannot make them too small.
  const combined = combinePractices(parts, explanation?.correlation ?? 1);
  if (combined === null) return null;
  return { n: Math.max(...parts.map(({ n }) => n)), ...combined };
}
