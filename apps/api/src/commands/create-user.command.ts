import { Option } from 'commander';
import { ROLES, type Role } from '@touchstone/domain';
import type { CommandLine } from './command-line.js';
import { withApplication } from './installation.js';
import { chosenOrganisation } from './organisations.js';
import { PASSWORD_HELP, readPassword } from './read-password.js';

interface Options {
  readonly organisation?: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly locale: string;
}

export function createUserCommand(line: CommandLine): void {
  line
    .command('create-user', 'add a person to an organisation, with a role')
    .option('--organisation <name or id>', 'where; may be left out where there is one only')
    .requiredOption('--email <address>', 'what the person signs in with')
    .requiredOption('--name <name>', 'the person’s name')
    .addOption(new Option('--role <role>', 'what the person may do').choices([...ROLES]).makeOptionMandatory())
    .addOption(new Option('--locale <locale>', 'language of the interface').choices(['en', 'zh-CN']).default('en'))
    .addHelpText('after', `\nThe ${PASSWORD_HELP}`)
    .action(
      line.action<Options>(async ({ organisation, ...person }) => {
        const password = await readPassword(line.streams);
        return withApplication(line.streams.environment, async (app) => {
          const { ProvisioningService } = await import('../features/organisation/index.js');
          const { id, name } = await chosenOrganisation(app, organisation);
          const added = await app.get(ProvisioningService).addMember(id, { ...person, password });
          return {
            data: { organisation: { id, name }, ...added },
            text: `${person.email} is ${person.role.replace('_', ' ')} of ${name}.`,
          };
        });
      }),
    );
}
