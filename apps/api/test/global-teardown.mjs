export default async function teardown() {
  await globalThis.__touchstoneTestCluster.stop();
}
