/**
 * What a patient reader with a computer would do to a published table, for tests: everything published that is linear
 * in the answers is a row of coefficients, one per respondent and practice, and the reader looks for a combination of
 * rows in which fewer than `minimum` respondents are left.
 */
export interface PublishedSystem {
  /** How many columns belong to each respondent; column `r * width + k` is the k-th unknown of respondent r. */
  readonly respondents: number;
  readonly width: number;
  readonly rows: readonly (readonly number[])[];
}

/** Some respondents, fewer than `minimum`, about whom the table gives a figure; null when there are none. */
export function findLeak({ respondents, width, rows }: PublishedSystem, minimum: number): readonly number[] | null {
  const basis = independentRows(rows);
  if (basis.length === 0) return null;
  for (const few of subsets(respondents, minimum - 1)) {
    const outside = basis.map((row) => row.filter((_, column) => !few.includes(Math.floor(column / width))));
    // Fewer independent rows without these people's columns: some combination lives in their columns alone.
    if (independentRows(outside).length < basis.length) return few;
  }
  return null;
}

function independentRows(rows: readonly (readonly number[])[]): number[][] {
  const work = rows.map((row) => [...row]);
  const columns = work[0]?.length ?? 0;
  let rank = 0;
  for (let column = 0; column < columns && rank < work.length; column++) {
    let pivot = rank;
    for (let row = rank + 1; row < work.length; row++)
      if (Math.abs(work[row]![column]!) > Math.abs(work[pivot]![column]!)) pivot = row;
    const pivotRow = work[pivot]!;
    if (Math.abs(pivotRow[column]!) < 1e-9) continue;
    work[pivot] = work[rank]!;
    work[rank] = pivotRow;
    for (let row = rank + 1; row < work.length; row++) {
      const factor = work[row]![column]! / pivotRow[column]!;
      if (factor !== 0) for (let k = column; k < columns; k++) work[row]![k]! -= factor * pivotRow[k]!;
    }
    rank++;
  }
  return work.slice(0, rank);
}

/** All subsets of exactly `size`, or everybody when there are fewer: a leak about fewer people lies inside one of them. */
function* subsets(count: number, size: number, from = 0): Generator<number[]> {
  if (size === 0) {
    yield [];
    return;
  }
  if (count - from <= size) {
    yield Array.from({ length: count - from }, (_, index) => from + index);
    return;
  }
  for (let first = from; first < count; first++)
    for (const rest of subsets(count, size - 1, first + 1)) yield [first, ...rest];
}
