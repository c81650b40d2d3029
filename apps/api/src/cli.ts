import { Command, CommanderError } from 'commander';
import { backupCommand } from './commands/backup.command.js';
import { CommandLine } from './commands/command-line.js';
import { EXIT } from './commands/command-error.js';
import { createOrganisationCommand } from './commands/create-organisation.command.js';
import { createUserCommand } from './commands/create-user.command.js';
import { doctorCommand } from './commands/doctor.command.js';
import { exportCommand } from './commands/export.command.js';
import { importAnswersCommand } from './commands/import-answers.command.js';
import { interruption } from './commands/interruption.js';
import { migrateCommand } from './commands/migrate.command.js';
import { restoreCommand } from './commands/restore.command.js';
import { seedCommand } from './commands/seed.command.js';
import { verifyAuditCommand } from './commands/verify-audit.command.js';

const program = new Command('touchstone')
  .description('Runs and looks after an installation of Touchstone.')
  .addHelpText('after', '\nExit codes: 0 done, 1 failed, 2 called wrongly, 3 done and found problems.')
  .showHelpAfterError('(--help says how it is called)')
  .exitOverride();

const line = new CommandLine(program, {
  environment: process.env,
  input: process.stdin,
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
  progress: (text) => process.stderr.isTTY && process.stderr.write(`\r\x1b[K${text}`),
});

for (const add of [
  migrateCommand,
  seedCommand,
  createOrganisationCommand,
  createUserCommand,
  importAnswersCommand,
  exportCommand,
  verifyAuditCommand,
  backupCommand,
  restoreCommand,
  doctorCommand,
]) {
  add(line);
}

interruption.listen();
try {
  await program.parseAsync(process.argv);
  process.exitCode = line.exitCode;
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? EXIT.ok : EXIT.usage;
}
