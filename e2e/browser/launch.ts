import { type Browser, chromium } from 'playwright-core';
import { readState } from '../setup/state.mjs';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // Text is laid out the same whatever the machine's display settings are.
  '--font-render-hinting=none',
];

/** The first of the browsers found that starts; where none does, every reason is told. */
export async function launchBrowser(): Promise<Browser> {
  const reasons: string[] = [];
  for (const { executable, environment } of readState().browsers) {
    try {
      return await chromium.launch({
        executablePath: executable,
        args: FLAGS,
        env: { ...(process.env as Record<string, string>), ...environment },
      });
    } catch (reason) {
      reasons.push(`${executable}: ${String(reason)}`);
    }
  }
  throw new Error(`No browser starts; name one that does with CHROMIUM_PATH.\n${reasons.join('\n')}`);
}
