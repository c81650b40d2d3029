// Makes the browser that comes from npm ready to start, and prints where it is. A process of its own, because the
// package chooses where to unpack by the environment it was started with.
//
// Its own choice, the shared directory for temporary files, would be taken by whoever came first; and it unpacks the
// libraries that a bare Debian lacks (NSS, expat) only where it believes itself in a cloud function.
import { existsSync, lstatSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const entry = require.resolve('@sparticuz/chromium');
const root = entry.slice(0, entry.lastIndexOf(join('@sparticuz', 'chromium')) + join('@sparticuz', 'chromium').length);
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const home = join(tmpdir(), `touchstone-chromium-${version}-${userInfo().uid}`);

if (existsSync(home) && lstatSync(home).uid !== userInfo().uid) {
  throw new Error(`${home} belongs to somebody else; remove it, or name a browser with CHROMIUM_PATH.`);
}
if (!existsSync(home)) {
  const unpacking = mkdtempSync(`${home}-`);
  process.env.TMPDIR = unpacking;
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  await chromium.executablePath();
  // Fonts of the system come first; where it has none, text is still seen.
  writeFileSync(
    join(unpacking, 'fonts.conf'),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <dir>${join(home, 'fonts', 'fonts')}</dir>
  <cachedir>${join(home, 'font-cache')}</cachedir>
</fontconfig>
`,
  );
  try {
    // Whole or absent, also when two unpack at once or one is stopped half-way.
    renameSync(unpacking, home);
  } catch {
    rmSync(unpacking, { recursive: true, force: true });
  }
}
console.log(
  JSON.stringify({
    executable: join(home, 'chromium'),
    libraries: join(home, 'al2023', 'lib'),
    fontConfiguration: join(home, 'fonts.conf'),
  }),
);
