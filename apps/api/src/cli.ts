import { CommanderError } from 'commander';
import { EXIT } from './commands/command-error.js';
import { interruption } from './commands/interruption.js';
import { commandLine } from './commands/program.js';

const line = commandLine({
  environment: process.env,
  input: process.stdin,
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
  progress: (text) => process.stderr.isTTY && process.stderr.write(`\r\x1b[K${text}`),
});

interruption.listen();
try {
  await line.program.parseAsync(process.argv);
  process.exitCode = line.exitCode;
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? EXIT.ok : EXIT.usage;
}
