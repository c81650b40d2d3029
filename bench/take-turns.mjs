/**
 * Times candidate and floor in turn, each with its own `rounds`, and keeps the best of each: what else runs on the machine
 * can only take from a throughput, and taking turns lets both meet the same quiet moments. The first round of each warms
 * up and is not counted.
 */
export async function bestInTurn({ rounds, floor, candidate }) {
  const best = { floor: 0, candidate: 0 };
  for (let round = 0; round <= rounds; round += 1) {
    const throughput = { floor: await floor(), candidate: await candidate() };
    if (round === 0) continue;
    for (const side of ['floor', 'candidate']) best[side] = Math.max(best[side], throughput[side]);
  }
  return best;
}

/** Runs `work` over and over in `lanes` lanes at once, for `seconds`; gives how often a second it was done. */
export async function perSecond({ lanes, seconds, work }) {
  let done = 0;
  const start = performance.now();
  const until = start + seconds * 1000;
  const lane = async (number) => {
    while (performance.now() < until) {
      await work(number);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)));
  return (done * 1000) / (performance.now() - start);
}

/** Does `work` once for each of `list`, in `lanes` lanes at once; gives how many a second were done. */
export async function eachPerSecond({ lanes, list, work }) {
  let next = 0;
  const start = performance.now();
  const lane = async (number) => {
    while (next < list.length) {
      const item = list[next];
      next += 1;
      await work(item, number);
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)));
  return (list.length * 1000) / (performance.now() - start);
}
