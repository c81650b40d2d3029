import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stopApplication } from './application.mjs';
import { readState } from './state.mjs';

export default async function tearDown() {
  const { directory, pid } = readState();
  await stopApplication(pid);
  const evidence = fileURLToPath(new URL('../../test-results', import.meta.url));
  copyFileSync(join(directory, 'application.log'), join(evidence, 'application.log'));
  rmSync(directory, { recursive: true, force: true });
}
