import { setTimeout as pause } from 'node:timers/promises';
import type { Locator } from 'playwright-core';

const PATIENCE_MS = 15_000;

/** Repeats a check until it holds; what it last complained about is what fails the scenario. */
export async function eventually<T>(check: () => Promise<T> | T, patience = PATIENCE_MS): Promise<T> {
  const until = Date.now() + patience;
  for (;;) {
    try {
      return await check();
    } catch (complaint) {
      if (Date.now() > until) throw complaint;
      await pause(50);
    }
  }
}

/** Waits until somebody looking at the page could see it. */
export async function seen(...locators: Locator[]): Promise<void> {
  for (const locator of locators) await locator.first().waitFor({ state: 'visible' });
}

export async function gone(...locators: Locator[]): Promise<void> {
  for (const locator of locators) await locator.waitFor({ state: 'hidden' });
}

/** Waits until the text of one element holds what is expected. */
export async function says(locator: Locator, expected: string | RegExp, patience?: number): Promise<void> {
  await eventually(async () => {
    const text = (await locator.innerText()).replace(/\s+/g, ' ');
    if (typeof expected === 'string') expect(text).toContain(expected);
    else expect(text).toMatch(expected);
  }, patience);
}
