import { csvTable } from '../../ui/csv.js';

interface Run {
  readonly y: readonly number[];
  readonly x: readonly (readonly number[])[];
  readonly times: readonly number[];
  readonly weights: readonly number[];
  readonly contrast: readonly number[];
}
interface Point {
  readonly start: string;
  readonly side: string;
  readonly value: number;
  readonly n: number;
  readonly compared: number | null;
  readonly expected: number | null;
}
export interface VerdictInputs {
  readonly verdict: { readonly inputs: { readonly points: readonly Point[]; readonly run: Run | null } };
}

/**
 * The buckets of a verdict with the columns of its regression, ready for `lm(y ~ x - 1, weights)` elsewhere. Buckets that the
 * regression left out have no y; the first line of numbers is the contrast.
 */
export function recomputeCsv({ verdict: { inputs } }: VerdictInputs): string {
  const { points, run } = inputs;
  const width = run?.contrast.length ?? 0;
  const columns = Array.from({ length: width }, (_, index) => `x${index + 1}`);
  const used = points.filter(({ side }) => side === 'before' || side === 'after');
  const cells = (values: readonly (number | string | null | undefined)[]) => values.map((value) => String(value ?? ''));
  const contrast = run ? [cells(['contrast', '', '', '', '', '', '', '', ...run.contrast])] : [];
  const rows = points.map((point) => {
    const index = run ? used.indexOf(point) : -1;
    const fitted =
      index >= 0 ? [run!.weights[index], run!.y[index], ...run!.x[index]!] : ['', '', ...columns.map(() => '')];
    return cells([point.start, point.side, point.value, point.n, point.compared, point.expected, ...fitted]);
  });
  const header = ['start', 'side', 'value', 'n', 'compared', 'expected', 'weight', 'y', ...columns];
  return csvTable(header, [...contrast, ...rows]);
}
