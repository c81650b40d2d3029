import { EigenvalueDecomposition, Matrix, solve } from 'ml-matrix';

/** A one-factor model of standardised items: correlation of items i and j = loading i × loading j. */
export interface OneFactorModel {
  loadings: number[];
  /** Share of each item's variance that the factor leaves unexplained. */
  uniquenesses: number[];
}

interface Point {
  /** ln of the uniquenesses: every real vector is allowed, none can turn negative. */
  logs: number[];
  /** Eigenvalues of Ψ^-½ R Ψ^-½, largest first, with their vectors in columns. */
  values: number[];
  vectors: number[][];
  /** Σ (θ − ln θ − 1) over all eigenvalues but the largest: 0 for a perfect fit. */
  loss: number;
}

const MOST_STEPS = 200;
/**
 * ln of a uniqueness that is practically 0: beyond it the likelihood has no optimum with all variances positive. On the
 * way to 0 the slope in ln ψ fades like ψ itself, so that a lower bound would take the flat end for an optimum.
 */
const HEYWOOD = Math.log(1e-5);

function evaluate(correlations: readonly (readonly number[])[], logs: number[]): Point {
  const scales = logs.map((log) => Math.exp(-log / 2));
  const scaled = correlations.map((row, i) => row.map((r, j) => r * scales[i]! * scales[j]!));
  const eigen = new EigenvalueDecomposition(new Matrix(scaled), { assumeSymmetric: true });
  const order = eigen.realEigenvalues
    .map((_, i) => i)
    .sort((a, b) => eigen.realEigenvalues[b]! - eigen.realEigenvalues[a]!);
  const values = order.map((i) => eigen.realEigenvalues[i]!);
  const vectors = order.map((i) => eigen.eigenvectorMatrix.getColumn(i));
  const loss = values.slice(1).reduce((sum, theta) => sum + (theta > 0 ? theta - Math.log(theta) - 1 : Infinity), 0);
  return { logs, values, vectors, loss };
}

/** ∂loss/∂ln ψᵢ = Σ (1 − θₘ)·ωᵢₘ² over the eigenvalues but the largest. */
function gradientOf({ values, vectors }: Point): number[] {
  return vectors[0]!.map((_, i) => {
    let sum = 0;
    for (let m = 1; m < values.length; m += 1) sum += (1 - values[m]!) * vectors[m]![i]! ** 2;
    return sum;
  });
}

/** Second derivatives: from the first-order changes of eigenvalues and eigenvectors with ln ψ (Clarke 1970). */
function hessianOf({ values, vectors }: Point): number[][] {
  const k = values.length;
  const product = (m: number, i: number, j: number) => vectors[m]![i]! * vectors[m]![j]!;
  return Array.from({ length: k }, (_, i) =>
    Array.from({ length: k }, (_unused, j) => {
      const first = product(0, i, j);
      let sum = 0;
      for (let m = 1; m < k; m += 1) {
        const own = product(m, i, j);
        sum += values[m]! * own * own;
        sum += ((values[m]! - 1) * own * first * (values[m]! + values[0]!)) / (values[m]! - values[0]!);
        for (let l = m + 1; l < k; l += 1) sum += (values[m]! + values[l]!) * own * product(l, i, j);
      }
      return sum;
    }),
  );
}

/** A Newton step where the loss is convex, a step against the gradient where it is not. */
function directionOf(point: Point, gradient: readonly number[]): number[] {
  const downhill = gradient.map((slope) => -slope);
  const hessian = new Matrix(hessianOf(point));
  const convex = new EigenvalueDecomposition(hessian, { assumeSymmetric: true }).realEigenvalues.every((e) => e > 1e-9);
  return convex ? solve(hessian, Matrix.columnVector(downhill)).to1DArray() : downhill;
}

/**
 * Maximum-likelihood one-factor model of a correlation matrix (Jöreskog 1967: the likelihood as a function of the
 * uniquenesses alone), by Newton's method. `null` when the matrix is singular or the likelihood has no optimum at
 * which every uniqueness is positive (a Heywood case).
 */
export function oneFactorModel(correlations: readonly (readonly number[])[]): OneFactorModel | null {
  const k = correlations.length;
  const eigenvalues = new EigenvalueDecomposition(new Matrix(correlations.map((row) => [...row])), {
    assumeSymmetric: true,
  }).realEigenvalues;
  if (Math.min(...eigenvalues) <= 1e-12 * Math.max(...eigenvalues)) return null;
  const inverse = solve(new Matrix(correlations.map((row) => [...row])), Matrix.eye(k));
  // Jöreskog's starting values: the share of each item that the others do not predict, a little reduced.
  let point = evaluate(
    correlations,
    correlations.map((_, i) => Math.log((1 - 0.5 / k) / inverse.get(i, i))),
  );
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const gradient = gradientOf(point);
    if (Math.max(...gradient.map(Math.abs)) < 1e-13) return modelAt(point);
    const next = improve(correlations, point, directionOf(point, gradient));
    // No shorter step lowers the loss: rounding hides what is left, and the gradient says whether this is the optimum.
    if (next === null) return Math.max(...gradient.map(Math.abs)) < 1e-8 ? modelAt(point) : null;
    if (next.logs.some((log) => log < HEYWOOD)) return null;
    point = next;
  }
  return null;
}

/** The longest of full, half, quarter … step that lowers the loss or, at the bottom, the gradient. */
function improve(
  correlations: readonly (readonly number[])[],
  point: Point,
  direction: readonly number[],
): Point | null {
  const steepest = Math.max(...gradientOf(point).map(Math.abs));
  const longest = Math.max(1, Math.max(...direction.map(Math.abs)) / 2);
  for (let length = 1 / longest; length > 1e-6; length /= 2) {
    const next = evaluate(
      correlations,
      point.logs.map((log, i) => log + length * direction[i]!),
    );
    const flat = Math.abs(next.loss - point.loss) <= 1e-13;
    if (flat ? Math.max(...gradientOf(next).map(Math.abs)) < steepest : next.loss < point.loss) return next;
  }
  return null;
}

function modelAt({ logs, values, vectors }: Point): OneFactorModel {
  const length = Math.sqrt(Math.max(0, values[0]! - 1));
  return {
    loadings: vectors[0]!.map((omega, i) => Math.exp(logs[i]! / 2) * omega * length),
    uniquenesses: logs.map(Math.exp),
  };
}
