/** Asks again until the answer is right; for what happens in the background. Fails with the last answer. */
export async function eventually<T>(
  ask: () => Promise<T>,
  right: (answer: T) => boolean,
  withinMs = 15_000,
): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (right(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`Still ${JSON.stringify(answer)} after ${withinMs} ms.`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}
