// Times a function against a floor of the same run and prints one JSON line per measurement:
//   {"name","ratio","goal","unit","candidate","floor","n","growth"}
// candidate and floor are the milliseconds of the best of many rounds taken in turn (what else runs on the machine can
// only add to a time), ratio is candidate / floor, goal the ratio aimed at (null where none is set). growth is the
// exponent g of time ~ n^g between n/10 and n: 1 is linear, 2 quadratic. Nothing is asserted here; whoever reads the
// lines decides.
import { digits, printLine } from '../print-line.mjs';

/** Every measurement declared so far, in order; `run` takes it and prints its line. */
export const measurements = [];

/** A bare pass over a Float64Array: what reading `cells` numbers once costs on this machine, now. */
function pass(values) {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += values[i];
  return sum;
}

/** Keeps results in sight of the optimiser, so that no call can be dropped. */
export let kept = 0;
function keep(result) {
  kept += result === null || result === undefined ? 1 : 0;
}

function milliseconds(work) {
  const start = performance.now();
  keep(work());
  return performance.now() - start;
}

/** Rounds until both the patience (in milliseconds) and five rounds are spent, or the most rounds. */
function rounds(works, { most = 30, patience = 500 } = {}) {
  const times = works.map(() => []);
  const start = performance.now();
  for (let round = 0; round < most && (round < 5 || performance.now() - start < patience); round += 1) {
    works.forEach((work, i) => times[i].push(milliseconds(work)));
  }
  return times.map((list) => Math.min(...list));
}

/** Time of one call of a short work: the best of batches that last long enough to be timed. */
function perCall(work) {
  let calls = 1;
  while (calls < 1e6 && milliseconds(() => repeat(work, calls)) < 5) calls *= 4;
  const [time] = rounds([() => repeat(work, calls)]);
  return time / calls;
}

function repeat(work, calls) {
  for (let call = 0; call < calls; call += 1) keep(work());
  return calls;
}

/**
 * Declares the measurement of one function.
 * @param {object} measurement
 * @param {string} measurement.name what is measured
 * @param {number} measurement.n size of the input
 * @param {(n: number) => () => unknown} measurement.candidate makes the work for an input of size n, outside the time
 * @param {(n: number) => number} [measurement.cells] numbers that an input of size n holds; n when left out
 * @param {number | null} [measurement.goal] ratio aimed at
 */
export function measure(measurement) {
  measurements.push({ name: measurement.name, run: () => take(measurement) });
}

function take({ name, n, candidate, cells = (size) => size, goal = null }) {
  const values = Float64Array.from({ length: cells(n) }, (_, i) => i % 7);
  const work = candidate(n);
  milliseconds(work);
  pass(values);
  // A ratio that somebody will hold against its goal is worth more rounds: one of them finds the machine at rest.
  const [time, floor] = rounds([work, () => pass(values)], goal === null ? {} : { most: 1000, patience: 2000 });
  const small = perCall(candidate(Math.max(1, Math.round(n / 10))));
  printLine({
    name,
    ratio: time / floor,
    goal,
    unit: 'passes over a Float64Array of the same size',
    candidate: time,
    floor,
    n,
    growth: digits(Math.log10(time / small)),
  });
}

/** A repeatable stream of numbers from 0 to 1 (Park & Miller's generator), so that every run reads the same data. */
export function randomNumbers(seed = 1) {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** A whole number from low to high. */
export function randomInteger(random, low, high) {
  return low + Math.floor(random() * (high - low + 1));
}
