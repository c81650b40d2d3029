/** Halvings of an interval: past the precision of a double. */
const HALVINGS = 200;

/** Where a function that rises crosses 0: `low` where it is above 0 from the start, `null` where it never is. */
export function rootOfRising(f: (x: number) => number, low: number, high: number): number | null {
  if (f(low) >= 0) return low;
  if (f(high) < 0) return null;
  let below = low;
  let above = high;
  for (let i = 0; i < HALVINGS; i += 1) {
    const middle = (below + above) / 2;
    if (middle <= below || middle >= above) break;
    if (f(middle) < 0) below = middle;
    else above = middle;
  }
  return above;
}
