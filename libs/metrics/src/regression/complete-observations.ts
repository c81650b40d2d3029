import { checkNumbersOrNull, checkSameLength, checkTableOrNull } from '../checks/index.js';

/** The observations in which nothing is missing: one response and one list per predictor. */
export interface CompleteObservations {
  n: number;
  response: Float64Array;
  columns: Float64Array[];
}

/** What the caller calls the response, the table of predictors and, where there is one, the list of their names. */
export interface ObservationNames {
  response: string;
  table: string;
  names?: string;
}

/**
 * Checks a response and a table of predictors, one row per observation, and drops the rows with a missing value
 * (listwise deletion). `width` is the number of predictors where names were given.
 * @throws TypeError or RangeError when a value is not a number or `null`, rows are ragged or lengths differ.
 */
export function completeObservations(
  called: ObservationNames,
  response: unknown,
  table: unknown,
  width?: number,
): CompleteObservations {
  const y = checkNumbersOrNull(called.response, response);
  const rows = checkTableOrNull(called.table, table);
  checkSameLength(called.response, y, called.table, rows);
  const k = width ?? rows[0]?.length ?? 0;
  if (rows.length > 0 && rows[0]!.length !== k) {
    throw new RangeError(
      `${called.table}[0] must have as many entries as ${called.names} (${k}), got ${rows[0]!.length}`,
    );
  }
  const kept = rows.flatMap((row, i) => (y[i] === null || row.includes(null) ? [] : [i]));
  const columns = Array.from({ length: k }, () => new Float64Array(kept.length));
  const observed = new Float64Array(kept.length);
  kept.forEach((i, place) => {
    const row = rows[i]!;
    observed[place] = y[i]!;
    for (let j = 0; j < k; j += 1) columns[j]![place] = row[j]!;
  });
  return { n: kept.length, response: observed, columns };
}
