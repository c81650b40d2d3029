import type { Browser } from 'playwright-core';
import { launchBrowser } from './launch.js';
import { Stage } from './stage.js';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
});

/** One story from start to end; where it breaks, pictures of all its pages are kept in test-results/. */
export function scenario(title: string, play: (stage: Stage) => Promise<void>, timeout?: number): void {
  it(
    title,
    async () => {
      const stage = new Stage(browser);
      try {
        await play(stage);
      } catch (failure) {
        const evidence = await stage.keepEvidence(title);
        await stage.leave().catch(() => undefined);
        if (failure instanceof Error) failure.message += `\n\nPages at that moment:\n${evidence.join('\n')}`;
        throw failure;
      }
      await stage.leave();
    },
    timeout,
  );
}
