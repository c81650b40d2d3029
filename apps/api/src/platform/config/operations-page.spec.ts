import { readFileSync } from 'node:fs';
import { SETTINGS } from './config.js';

const page = readFileSync(new URL('../../../../../docs/operations.md', import.meta.url), 'utf8');

it('tells operators of every setting, and of none that is not there', () => {
  const table = page.slice(page.indexOf('## Settings'), page.indexOf('## A database of your own'));
  const told = [...table.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name);
  expect(told.sort()).toEqual([...SETTINGS].sort());
});
