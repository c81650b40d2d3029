import { ShippedModelsService } from '../features/models/index.js';
import { ProvisioningService } from '../features/organisation/index.js';
import { usageError } from './command-error.js';
import type { CommandLine } from './command-line.js';
import { withApplication } from './installation.js';
import { commandLineOf } from './organisations.js';

interface Options {
  readonly name: string;
  readonly timeZone: string;
  readonly minimumGroupSize: string;
}

export function createOrganisationCommand(line: CommandLine): void {
  line
    .command('create-organisation', 'make an organisation with the shipped maturity models in its library')
    .requiredOption('--name <name>', 'its name, as people in it will read it')
    .option('--time-zone <zone>', 'IANA name of its time zone', 'UTC')
    .option('--minimum-group-size <n>', 'answers of fewer people are never shown', '5')
    .action(
      line.action<Options>((options) =>
        withApplication(line.streams.environment, async (app) => {
          const id = await app.get(ProvisioningService).createOrganization({
            name: options.name,
            timeZone: options.timeZone,
            minimumGroupSize: groupSize(options.minimumGroupSize),
          });
          await app.get(ShippedModelsService).install(commandLineOf(id));
          return {
            data: { id, name: options.name },
            text: `${options.name} is made: ${id}\nNext: npx touchstone create-user --organisation "${options.name}" --role administrator …`,
          };
        }),
      ),
    );
}

function groupSize(given: string): number {
  const size = Number(given);
  if (!Number.isInteger(size) || size < 3 || size > 100) {
    throw usageError('--minimum-group-size takes a whole number from 3 to 100.');
  }
  return size;
}
