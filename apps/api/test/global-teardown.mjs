import { rmSync } from 'node:fs';

export default async function teardown() {
  const { stop, directory } = globalThis.__touchstoneTestCluster;
  await stop();
  rmSync(directory, { recursive: true, force: true });
}
