/** Four digits are more than a shared machine can repeat. */
export const digits = (value) => (value === null ? null : Number(value.toPrecision(4)));

/** One measurement, as one line of JSON. Nothing is asserted here; whoever reads the lines decides. */
export function printLine({ name, ratio, goal = null, unit, candidate, floor, n, ...more }) {
  console.log(
    JSON.stringify({
      name,
      ratio: digits(ratio),
      goal,
      unit,
      candidate: digits(candidate),
      floor: digits(floor),
      n,
      ...more,
    }),
  );
}
