import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, startApplication } from './application.mjs';
import { findBrowsers } from './browsers.mjs';
import { writeState } from './state.mjs';

export default async function setUp() {
  const evidence = fileURLToPath(new URL('../../test-results', import.meta.url));
  rmSync(evidence, { recursive: true, force: true });
  mkdirSync(evidence, { recursive: true });
  const browsers = findBrowsers();
  if (browsers.length === 0) {
    throw new Error('No browser was found; install Debian’s package chromium, or name one with CHROMIUM_PATH.');
  }
  const directory = mkdtempSync(join(tmpdir(), 'touchstone-end-to-end-'));
  // The embedded database of root runs as another user, who must be able to pass through.
  chmodSync(directory, 0o755);
  const port = await freePort();
  const pid = await startApplication({ directory, port });
  writeState({ url: `http://localhost:${port}`, port, directory, pid, browsers });
}
