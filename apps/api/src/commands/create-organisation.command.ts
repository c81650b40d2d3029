import { usageError } from './command-error.js';
import type { CommandLine } from './command-line.js';
import { withApplication } from './installation.js';
import { commandLineOf } from './organisations.js';
import { PASSWORD_HELP, readPassword } from './read-password.js';

interface Options {
  readonly name: string;
  readonly timeZone: string;
  readonly minimumGroupSize: string;
  readonly admin?: string;
}

export function createOrganisationCommand(line: CommandLine): void {
  line
    .command('create-organisation', 'make an organisation with the shipped maturity models in its library')
    .requiredOption('--name <name>', 'its name, as people in it will read it')
    .option('--time-zone <zone>', 'IANA name of its time zone', 'UTC')
    .option('--minimum-group-size <n>', 'answers of fewer people are never shown', '5')
    .option('--admin <address>', 'make this person its administrator')
    .addHelpText('after', `\nThe administrator’s ${PASSWORD_HELP}`)
    .action(
      line.action<Options>(async (options) => {
        const minimumGroupSize = groupSize(options.minimumGroupSize);
        const password = options.admin ? await readPassword(line.streams) : undefined;
        return withApplication(line.streams.environment, async (app) => {
          const { ShippedModelsService } = await import('../features/models/index.js');
          const { ProvisioningService } = await import('../features/organisation/index.js');
          if (options.admin && password) {
            app.get(ProvisioningService).checkMember({ email: options.admin, password });
          }
          const id = await app.get(ProvisioningService).createOrganization({
            name: options.name,
            timeZone: options.timeZone,
            minimumGroupSize,
          });
          await app.get(ShippedModelsService).install(commandLineOf(id));
          if (!options.admin || !password) {
            return {
              data: { id, name: options.name },
              text: `${options.name} is made: ${id}\nNext: npx touchstone create-user --organisation "${options.name}" --role administrator …`,
            };
          }
          const administrator = await app.get(ProvisioningService).addMember(id, {
            email: options.admin,
            name: options.admin.split('@')[0] as string,
            role: 'administrator',
            password,
          });
          return {
            data: { id, name: options.name, administrator },
            text: `${options.name} is made: ${id}\n${options.admin} is its administrator.`,
          };
        });
      }),
    );
}

function groupSize(given: string): number {
  const size = Number(given);
  if (!Number.isInteger(size) || size < 3 || size > 100) {
    throw usageError('--minimum-group-size takes a whole number from 3 to 100.');
  }
  return size;
}
