// Fails the build when what a reader downloads first grows past its limit. Sizes are gzip, as a plain server would send.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

const dist = resolve(import.meta.dirname, '../dist');
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));

/** Everything that must arrive before the named modules can run: their chunks, static imports and styles. */
function filesOf(modules) {
  const files = new Set();
  const seen = new Set();
  const visit = (key) => {
    if (seen.has(key)) return;
    seen.add(key);
    const chunk = manifest[key];
    if (!chunk) throw new Error(`check-bundles: the build has no chunk for ${key}`);
    files.add(chunk.file);
    for (const style of chunk.css ?? []) files.add(style);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  modules.forEach(visit);
  return [...files];
}

const gzipped = (file) => gzipSync(readFileSync(join(dist, file))).length;

// The first route is the start page of a signed-in reader, with the catalogues it waits for in the larger language.
const catalogue = (language) => ['ui', 'shell', 'errors', 'home'].map((name) => `src/i18n/${language}/${name}.json`);
const limits = [
  {
    name: 'first route',
    limit: 350_000,
    modules: ['index.html', 'src/features/home/HomePage.tsx', ...catalogue('zh-CN')],
  },
  { name: 'respondent', limit: 100_000, modules: ['respond.html'] },
];

let failed = false;
for (const { name, limit, modules } of limits) {
  const sizes = filesOf(modules)
    .map((file) => [gzipped(file), file])
    .sort(([a], [b]) => b - a);
  const total = sizes.reduce((sum, [size]) => sum + size, 0);
  const verdict = total <= limit ? 'within' : 'OVER';
  console.log(`${name}: ${(total / 1000).toFixed(1)} kB compressed, ${verdict} the limit of ${limit / 1000} kB`);
  if (total > limit) {
    failed = true;
    for (const [size, file] of sizes) console.error(`  ${(size / 1000).toFixed(1)} kB  ${file}`);
  }
}
if (failed) process.exit(1);
