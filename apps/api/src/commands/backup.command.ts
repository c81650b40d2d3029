import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pendingMigrations } from '../platform/database/database.js';
import { writeBackup } from '../platform/backup/write-backup.js';
import { CommandError, usageError } from './command-error.js';
import type { CommandLine } from './command-line.js';
import { interruption } from './interruption.js';
import { withInstallation } from './installation.js';

const SECRET_NOTE =
  'The secret key (SECRET_KEY, or the file secret-key in the data folder) is not inside; keep it apart. Without it the links of rater groups stop working.';

export function backupCommand(line: CommandLine): void {
  line
    .command('backup', 'write everything, as it is in one moment, to a file; the server may run meanwhile')
    .argument('<file>', 'a file that does not exist yet')
    .action(
      line.action(async (_options, file) => {
        const target = resolve(file as string);
        if (existsSync(target)) throw usageError(`${target} exists already; name a new file.`);
        if (!existsSync(dirname(target))) throw usageError(`There is no folder ${dirname(target)}.`);
        return withInstallation(line.streams.environment, async ({ urls }) => {
          if ((await pendingMigrations(urls)).length > 0) {
            throw new CommandError(
              'The database is behind this version; run npx touchstone migrate, or back up with the version that runs.',
              'SCHEMA_BEHIND',
            );
          }
          const manifest = await interruption.closing(
            async () => undefined,
            () => writeBackup(urls.owner, target, new Date(), interruption.signal),
          );
          const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
          const { size } = await stat(target);
          return {
            data: { file: target, bytes: size, createdAt: manifest.createdAt, rows, tables: manifest.tables },
            text: `${target}: ${rows} rows of ${manifest.tables.length} tables, ${(size / 1e6).toFixed(1)} MB.\n${SECRET_NOTE}`,
          };
        });
      }),
    );
}
