import { migrate, pendingMigrations } from '../platform/database/database.js';
import { EXIT } from './command-error.js';
import type { CommandLine } from './command-line.js';
import { withInstallation } from './installation.js';

export function migrateCommand(line: CommandLine): void {
  line
    .command('migrate', 'bring the database schema up to date; safe beside a running older version')
    .option('--pending', 'only say what would run; exit code 3 when something would')
    .action(
      line.action<{ pending?: boolean }>(({ pending }) =>
        withInstallation(line.streams.environment, async ({ urls }) => {
          if (pending) {
            const waiting = await pendingMigrations(urls);
            return {
              data: { pending: waiting },
              text: waiting.length === 0 ? 'The schema is up to date.' : `Waiting to run:\n${list(waiting)}`,
              exit: waiting.length === 0 ? EXIT.ok : EXIT.problems,
            };
          }
          const ran = await migrate(urls);
          return { data: { ran }, text: ran.length === 0 ? 'The schema was up to date.' : `Ran:\n${list(ran)}` };
        }),
      ),
    );
}

const list = (names: readonly string[]): string => names.map((name) => `  ${name}`).join('\n');
