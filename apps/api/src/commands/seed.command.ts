import { CommandError } from './command-error.js';
import type { CommandLine } from './command-line.js';
import { withApplication } from './installation.js';

export function seedCommand(line: CommandLine): void {
  line.command('seed', 'load the sample programme into an installation that holds no organisation of your own').action(
    line.action(() =>
      withApplication(
        line.streams.environment,
        async (app) => {
          const { SAMPLE_LOGINS, SampleProgrammeService } = await import('../features/sample/index.js');
          if (!(await app.get(SampleProgrammeService).loadIfFitting())) {
            throw new CommandError(
              'This installation holds organisations of your own; the sample programme is loaded into empty ones only.',
              'NOT_EMPTY',
            );
          }
          const width = Math.max(...SAMPLE_LOGINS.map(({ email }) => email.length));
          return {
            data: { logins: SAMPLE_LOGINS },
            text: [
              `The sample programme is loaded; the password of every login is: ${SAMPLE_LOGINS[0]?.password}`,
              ...SAMPLE_LOGINS.map(({ email, role }) => `  ${email.padEnd(width)}  ${role.replace('_', ' ')}`),
            ].join('\n'),
          };
        },
        { runsJobs: true },
      ),
    ),
  );
}
