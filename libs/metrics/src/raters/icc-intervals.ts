import { fQuantile } from '../distributions/index.js';
import type { IccForm } from './icc-shrout-fleiss.js';
import type { TwoWayMeanSquares } from './two-way-mean-squares.js';

type Limits = [number, number] | null;

/**
 * Confidence limits of the six intraclass correlations (Shrout & Fleiss 1979, p. 424-426; McGraw & Wong 1996,
 * Table 7). They are written with mean squares instead of F ratios, so that a residual of 0 needs no division by it.
 */
export function iccIntervals(
  { between, within, raters, error }: TwoWayMeanSquares,
  n: number,
  k: number,
  forms: Record<IccForm, number | null>,
  confidence: number,
): Record<IccForm, Limits> {
  const upperP = 1 - (1 - confidence) / 2;
  const q = (df1: number, df2: number) => fQuantile(upperP, df1, df2);
  /** Limits of (B − S)/(B + (k−1)S), S a mean square with `df` degrees of freedom. */
  const single = (form: IccForm, square: number, df: number): Limits => {
    if (forms[form] === null) return null;
    const low = q(n - 1, df) * square;
    const high = q(df, n - 1) * between;
    return limits((between - low) / (between + (k - 1) * low), (high - square) / (high + (k - 1) * square));
  };
  /** Limits of (B − S)/B. */
  const average = (form: IccForm, square: number, df: number): Limits =>
    forms[form] === null ? null : limits(1 - (q(n - 1, df) * square) / between, 1 - square / (q(df, n - 1) * between));
  const withinDf = n * (k - 1);
  const errorDf = (n - 1) * (k - 1);
  const agreement = forms.icc2 === null ? null : agreementLimits({ between, raters, error }, n, k, forms.icc2, q);
  return {
    icc1: single('icc1', within, withinDf),
    icc2: agreement,
    icc3: single('icc3', error, errorDf),
    icc1k: average('icc1k', within, withinDf),
    icc2k: forms.icc2k === null || agreement === null ? null : spearmanBrown(agreement, k),
    icc3k: average('icc3k', error, errorDf),
  };
}

function limits(lower: number, upper: number): Limits {
  return Number.isFinite(lower) && Number.isFinite(upper) ? [lower, upper] : null;
}

/**
 * ICC(2): the error of an absolute rating mixes J and E, so its degrees of freedom are Satterthwaite's
 * v = (a + b)² / (a²/(k−1) + b²/((n−1)(k−1))) with a = k·r·J and b = (n(1 + (k−1)r) − k·r)·E.
 */
function agreementLimits(
  { between, raters, error }: Omit<TwoWayMeanSquares, 'within'>,
  n: number,
  k: number,
  icc2: number,
  q: (df1: number, df2: number) => number,
): Limits {
  // Without rater and residual variance every rating is the target's own value, with nothing left to be uncertain of.
  if (raters === 0 && error === 0) return [1, 1];
  const a = k * icc2 * raters;
  const b = (n * (1 + (k - 1) * icc2) - k * icc2) * error;
  // By the share of a in a + b, because the squares of mean squares could leave the range of doubles.
  const share = a / (a + b);
  const v = 1 / (share ** 2 / (k - 1) + (1 - share) ** 2 / ((n - 1) * (k - 1)));
  if (!(v > 0)) return null;
  const spread = k * raters + (k * n - k - n) * error;
  const low = q(n - 1, v);
  const high = q(v, n - 1);
  return limits(
    (n * (between - low * error)) / (low * spread + n * between),
    (n * (high * between - error)) / (spread + n * high * between),
  );
}

/** Limits for the mean of k raters from those for one; a limit at or below −1/(k−1) has no such value. */
function spearmanBrown([lower, upper]: [number, number], k: number): Limits {
  const step = (r: number) => (1 + (k - 1) * r > 0 ? (k * r) / (1 + (k - 1) * r) : NaN);
  return limits(step(lower), step(upper));
}
