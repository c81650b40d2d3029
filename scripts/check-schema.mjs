// Whether clients written for the released API still work with this one: apps/api/schema.graphql against
// apps/api/schema.released.graphql. A breaking change that is meant is declared in apps/api/schema-breaks.md, one bullet
// per change in the words that this check prints. `--release` makes the present schema the released one.
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSchema, findBreakingChanges } from 'graphql';

const file = (name) => fileURLToPath(new URL(`../apps/api/${name}`, import.meta.url));
const PRESENT = file('schema.graphql');
const RELEASED = file('schema.released.graphql');
const DECLARED = file('schema-breaks.md');
const HEADING = '# Breaking changes since the last release\n';

/** The breaking changes from one schema to another that nobody declared. */
export function undeclaredBreaks(released, present, declared) {
  const lines = new Set(declared.split('\n').map((line) => line.replace(/^[-*] +/, '').trim()));
  return findBreakingChanges(buildSchema(released), buildSchema(present))
    .map(({ description }) => description)
    .filter((description) => !lines.has(description));
}

function main() {
  if (process.argv.includes('--release')) {
    copyFileSync(PRESENT, RELEASED);
    writeFileSync(DECLARED, HEADING);
    console.log('apps/api/schema.graphql is now the released schema.');
    return 0;
  }
  const declared = existsSync(DECLARED) ? readFileSync(DECLARED, 'utf8') : '';
  const breaks = undeclaredBreaks(readFileSync(RELEASED, 'utf8'), readFileSync(PRESENT, 'utf8'), declared);
  if (breaks.length === 0) return 0;
  console.error(
    'These changes break clients of the released API. Take them back, or declare them in apps/api/schema-breaks.md:\n' +
      breaks.map((line) => `- ${line}`).join('\n'),
  );
  return 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit(main());
