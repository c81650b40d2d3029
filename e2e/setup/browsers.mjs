// Which browsers may be driven, best first: the one that is asked for, the one from npm, the one of the system.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const OF_THE_SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** @returns {{ executable: string, environment: Record<string, string> }[]} */
export function findBrowsers() {
  const asked = process.env.CHROMIUM_PATH;
  if (asked) return [{ executable: asked, environment: {} }];
  const system = OF_THE_SYSTEM.filter((path) => existsSync(path)).map((executable) => ({
    executable,
    environment: {},
  }));
  return [...fromNpm(), ...system];
}

/** The package holds a build for Linux on x64 only. */
function fromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return [];
  const script = fileURLToPath(new URL('unpack-chromium.mjs', import.meta.url));
  /** @type {{ executable: string, libraries: string, fontConfiguration: string }} */
  const { executable, libraries, fontConfiguration } = JSON.parse(
    execFileSync(process.execPath, [script], { encoding: 'utf8' }),
  );
  const path = [process.env.LD_LIBRARY_PATH, libraries].filter(Boolean).join(':');
  return [{ executable, environment: { LD_LIBRARY_PATH: path, FONTCONFIG_FILE: fontConfiguration } }];
}
