/** Below this share of its own length a column is a combination of the columns before it. */
const DEPENDENT = 1e-10;

/** A design matrix as orthonormal columns Q and the triangle T with X = QT, both column by column. */
export interface OrthonormalDesign {
  q: Float64Array[];
  /** `triangle[k][j]` is the share of Q's column j in X's column k, j ≤ k. */
  triangle: Float64Array[];
}

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
}

/** Gram-Schmidt, every column twice, which keeps Q orthogonal to the last digits; `null` when columns are dependent. */
export function orthonormalDesign(columns: readonly ArrayLike<number>[]): OrthonormalDesign | null {
  const q: Float64Array[] = [];
  const triangle: Float64Array[] = [];
  for (const column of columns) {
    const rest = Float64Array.from(column);
    const shares = new Float64Array(columns.length);
    const length = Math.sqrt(dot(rest, rest));
    for (let pass = 0; pass < 2; pass += 1) {
      q.forEach((unit, j) => {
        const share = dot(unit, rest);
        shares[j]! += share;
        for (let i = 0; i < rest.length; i += 1) rest[i]! -= share * unit[i]!;
      });
    }
    const left = Math.sqrt(dot(rest, rest));
    if (!(left > DEPENDENT * length)) return null;
    shares[q.length] = left;
    q.push(rest.map((value) => value / left));
    triangle.push(shares);
  }
  return { q, triangle };
}

/** The coefficients b of the least-squares fit: T b = Q'y. */
export function coefficientsOf({ q, triangle }: OrthonormalDesign, y: ArrayLike<number>): number[] {
  const b = q.map((unit) => dot(unit, y));
  for (let k = b.length - 1; k >= 0; k -= 1) {
    for (let later = k + 1; later < b.length; later += 1) b[k]! -= triangle[later]![k]! * b[later]!;
    b[k]! /= triangle[k]![k]!;
  }
  return b;
}

/** The weight of each observation in Σ contrast·b: Q·T'⁻¹·contrast. */
export function contrastWeights({ q, triangle }: OrthonormalDesign, contrast: ArrayLike<number>): Float64Array {
  const solved = new Float64Array(q.length);
  for (let k = 0; k < q.length; k += 1) {
    let value = contrast[k]!;
    for (let j = 0; j < k; j += 1) value -= triangle[k]![j]! * solved[j]!;
    solved[k] = value / triangle[k]![k]!;
  }
  const weights = new Float64Array(q[0]?.length ?? 0);
  q.forEach((unit, k) => {
    for (let i = 0; i < weights.length; i += 1) weights[i]! += solved[k]! * unit[i]!;
  });
  return weights;
}
