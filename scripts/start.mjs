// npm start: builds what is missing, then becomes the server. The server runs in this very process, so that Ctrl-C and
// every other signal reach it without a go-between that could die first.
import { build, BuildError, checkPrerequisites, ROOT } from './build.mjs';

const say = (text) => console.log(`  ${text}`);

try {
  checkPrerequisites();
  await build(
    ['@touchstone/metrics', '@touchstone/domain', '@touchstone/migrations', '@touchstone/api', '@touchstone/web'],
    say,
  );
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  console.error(error.message);
  process.exit(1);
}
process.setSourceMapsEnabled(true);
process.chdir(ROOT);
await import('../apps/api/dist/main.js');
