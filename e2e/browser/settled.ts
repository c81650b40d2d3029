import { eventually } from './eventually.js';
import type { Visitor } from './stage.js';

const QUIET_MS = 150;

/** Nothing is on its way any more: no placeholder, no request, no movement; what is seen now stays. */
export async function settled({ page, overheard }: Visitor): Promise<void> {
  await eventually(async () => {
    const waiting = await page.evaluate(
      () =>
        document.querySelectorAll('[aria-busy="true"], .mantine-Skeleton-root, .r-skeleton').length +
        document.getAnimations().filter(({ playState }) => playState === 'running').length,
    );
    const headings = await page.getByRole('heading').count();
    expect({ waiting, empty: headings === 0, busy: overheard.quietFor < QUIET_MS }).toEqual({
      waiting: 0,
      empty: false,
      busy: false,
    });
  });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}
