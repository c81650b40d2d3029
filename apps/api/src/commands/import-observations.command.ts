import { resolve } from 'node:path';
import type { ObservationFile } from '../features/observations/index.js';
import { usageError } from './command-error.js';
import type { CommandLine } from './command-line.js';
import { ALL_OR_NOTHING, givenFile, importFile, type ImportOptions, withImportOptions } from './import-file.js';
import { withApplication } from './installation.js';
import { observationsImported, observationsPreviewed } from './observations-report.js';
import { chosenOrganisation, commandLineOf } from './organisations.js';

interface Options extends ImportOptions {
  readonly organisation?: string;
  readonly metric?: string;
  readonly date?: string;
  readonly dateOrder?: string;
  readonly decimal?: string;
  readonly savedMapping?: string;
}

const HELP = `
What a column holds is seen from its name and its cells. --map says it where that is not enough:
  --map "Q7=cabin_wifi" --map "Date=time" --map "Class=segment: class of travel" --map "Ticket=key"
A column is named as in the table's header, or by its number: #3. It can hold: time, a metric by key or name, metric (the
column that names one), value, n, period, key, segment, ignore.
${ALL_OR_NOTHING} Running the same file again doubles nothing; a changed value is a correction.`;

export function importObservationsCommand(line: CommandLine): void {
  const command = line
    .command('import-observations', 'bring the values of metrics in from a spreadsheet (CSV or XLSX)')
    .argument('<file>', 'a CSV or XLSX file')
    .option('--organisation <name or id>', 'whose metrics; may be left out where there is one organisation only')
    .option('--metric <key or name>', 'what all values are of; needed where no column says it')
    .option('--date <day>', 'when all of it was observed, as YYYY-MM-DD; needed where no column says it')
    .option('--date-order <order>', 'dmy or mdy, where 3/4/2026 can be either')
    .option('--decimal <mark>', 'the decimal mark of numbers: a point, unless given, or a comma')
    .option('--saved-mapping <name>', 'a mapping that was saved in the browser');
  withImportOptions(command)
    .addHelpText('after', HELP)
    .action(
      line.action<Options>(async (options, given) => {
        const file = fileToImport(options, resolve(given as string));
        return withApplication(
          line.streams.environment,
          async (app) => {
            const { ObservationFileService, ObservationImportsReadModel, problemText, RollupsService } =
              await import('../features/observations/index.js');
            const organisation = await chosenOrganisation(app, options.organisation);
            const principal = commandLineOf(organisation.id);
            const { prepared, importId } = await importFile(app, line.streams, {
              imports: app.get(ObservationFileService),
              principal,
              file,
              dryRun: options.dryRun,
              remedies: REMEDIES,
            });
            if (importId === null) return observationsPreviewed(organisation, prepared);
            // The job for it may still wait; whoever asked for the import may look at the numbers next.
            await app.get(RollupsService).recompute(principal);
            const reads = app.get(ObservationImportsReadModel);
            const { rows } = await reads.problemRows(principal, importId, 0, Number.MAX_SAFE_INTEGER);
            const done = await reads.one(principal, importId);
            return observationsImported(organisation, prepared, done, rows, (code, params) =>
              problemText(code, params, 'en'),
            );
          },
          { runsJobs: !options.dryRun },
        );
      }),
    );
}

/** Looks at everything that can be looked at before the database is opened. */
function fileToImport(options: Options, path: string): ObservationFile {
  if (options.dateOrder !== undefined && !['dmy', 'mdy'].includes(options.dateOrder))
    throw usageError('--date-order takes dmy or mdy.');
  if (options.decimal !== undefined && !['.', ','].includes(options.decimal))
    throw usageError('--decimal takes . or ,');
  if (options.mapping !== undefined && options.savedMapping !== undefined)
    throw usageError('--mapping and --saved-mapping exclude one another.');
  return {
    ...givenFile(options, path),
    mappingName: options.savedMapping ?? null,
    said: {
      columns: options.map,
      metric: options.metric,
      observedOn: options.date,
      dateOrder: options.dateOrder,
      decimal: options.decimal,
    },
  };
}

const REMEDIES: Readonly<Record<string, string>> = {
  no_time: '--map "column=time", or --date',
  no_metric: '--map "column=metric", or --metric',
  no_value: '--map "column=value"',
  no_key: '--map "column=key"',
};
