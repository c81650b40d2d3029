import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { EXIT } from './command-error.js';
import { commandLine } from './program.js';

const page = readFileSync(fileURLToPath(new URL('../../../../docs/command-line.md', import.meta.url)), 'utf8');
const sections = new Map(
  page
    .split(/^## /m)
    .slice(1)
    .map((section) => [section.slice(0, section.indexOf('\n')), section] as const),
);
const { commands } = commandLine({
  environment: {},
  input: process.stdin,
  out: () => undefined,
  err: () => undefined,
  progress: () => undefined,
}).program;
const optionsOf = (command: Command) => command.options.filter(({ long }) => long !== '--json');

describe('docs/command-line.md', () => {
  it('has a section for every command, in the order of --help, and for nothing else', () => {
    expect([...sections.keys()]).toEqual(commands.map((command) => command.name()));
  });

  it.each(commands.map((command) => [command.name(), command] as const))('calls %s as --help does', (name, command) => {
    const usage = /^Usage: (.*)$/m.exec(command.helpInformation())?.[1];
    expect(sections.get(name)).toContain(`    npx ${usage}\n`);
  });

  it.each(commands.map((command) => [command.name(), command] as const))(
    'lists the options of %s that there are, and says which are required',
    (name, command) => {
      const rows = [...sections.get(name)!.matchAll(/^\| `(--[^`]+)` +\| ([^|]*)/gm)].map(([, flags, means]) => ({
        flags,
        required: means!.startsWith('required'),
      }));
      expect(rows).toEqual(optionsOf(command).map(({ flags, mandatory }) => ({ flags, required: mandatory })));
      for (const { argChoices } of optionsOf(command))
        for (const choice of argChoices ?? []) expect(sections.get(name)).toContain(`\`${choice}\``);
    },
  );

  it('names every exit code', () => {
    const codes = [...page.matchAll(/^\| (\d+) +\|/gm)].map(([, code]) => Number(code));
    expect(codes).toEqual([...Object.values(EXIT), 130]);
  });
});
