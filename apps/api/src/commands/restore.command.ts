import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { restoreBackup } from '../platform/backup/restore-backup.js';
import { usageError } from './command-error.js';
import type { CommandLine } from './command-line.js';
import { withApplication, withInstallation } from './installation.js';
import { allOrganisations } from './organisations.js';
import { auditOutcome, verifyChains } from './verify-audit.command.js';

export function restoreCommand(line: CommandLine): void {
  line
    .command(
      'restore',
      'load a backup into an empty database, and check it; exit code 3 where an audit chain is broken',
    )
    .argument('<file>', 'what npx touchstone backup wrote')
    .action(
      line.action(async (_options, file) => {
        const { environment } = line.streams;
        const source = resolve(file as string);
        if (!existsSync(source)) throw usageError(`There is no file ${source}.`);
        const manifest = await withInstallation(environment, ({ urls }) => restoreBackup(urls, source));
        return withApplication(environment, async (app) => {
          const audit = auditOutcome(await verifyChains(app, await allOrganisations(app)));
          const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
          return {
            data: { createdAt: manifest.createdAt, rows, tables: manifest.tables, audit: audit.data },
            text: [
              `Restored ${rows} rows as they were at ${manifest.createdAt}; counts and checksums agree.`,
              'Audit chains:',
              audit.text,
            ].join('\n'),
            exit: audit.exit,
          };
        });
      }),
    );
}
