import { Command } from 'commander';
import { backupCommand } from './backup.command.js';
import { CommandLine, type Streams } from './command-line.js';
import { createOrganisationCommand } from './create-organisation.command.js';
import { createUserCommand } from './create-user.command.js';
import { doctorCommand } from './doctor.command.js';
import { exportCommand } from './export.command.js';
import { importAnswersCommand } from './import-answers.command.js';
import { importFeedbackCommand } from './import-feedback.command.js';
import { importObservationsCommand } from './import-observations.command.js';
import { migrateCommand } from './migrate.command.js';
import { restoreCommand } from './restore.command.js';
import { seedCommand } from './seed.command.js';
import { verifyAuditCommand } from './verify-audit.command.js';

/** Every command there is, in the order in which an installation comes to need them. */
export function commandLine(streams: Streams): CommandLine {
  const program = new Command('touchstone')
    .description('Runs and looks after an installation of Touchstone.')
    .addHelpText('after', '\nExit codes: 0 done, 1 failed, 2 called wrongly, 3 done and found problems.')
    .showHelpAfterError('(--help says how it is called)')
    .exitOverride();
  const line = new CommandLine(program, streams);
  for (const add of [
    migrateCommand,
    seedCommand,
    createOrganisationCommand,
    createUserCommand,
    importAnswersCommand,
    importObservationsCommand,
    importFeedbackCommand,
    exportCommand,
    verifyAuditCommand,
    backupCommand,
    restoreCommand,
    doctorCommand,
  ]) {
    add(line);
  }
  return line;
}
