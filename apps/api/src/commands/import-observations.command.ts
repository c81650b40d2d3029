import { createReadStream } from 'node:fs';
import { basename, resolve } from 'node:path';
import { ValidationError } from '@touchstone/domain';
import type { ObservationFile } from '../features/observations/index.js';
import { usageError } from './command-error.js';
import type { CommandLine } from './command-line.js';
import { demandFile, savedMapping, sayThatItGoesOn } from './import-answers.command.js';
import { count } from './import-report.js';
import { withApplication } from './installation.js';
import { chosenOrganisation, commandLineOf } from './organisations.js';
import { observationsImported, observationsPreviewed } from './observations-report.js';
import { resultOfJob } from './wait-for-job.js';

interface Options {
  readonly organisation?: string;
  readonly metric?: string;
  readonly date?: string;
  readonly map: readonly string[];
  readonly dateOrder?: string;
  readonly decimal?: string;
  readonly mapping?: string;
  readonly savedMapping?: string;
  readonly sheet?: string;
  readonly headerRow?: string;
  readonly acceptGood?: boolean;
  readonly dryRun?: boolean;
}

const EACH = (value: string, before: readonly string[]): string[] => [...before, value];

const HELP = `
What a column holds is seen from its name and its cells. --map says it where that is not enough:
  --map "Q7=cabin_wifi" --map "Date=time" --map "Class=segment: class of travel" --map "Ticket=key"
A column is named as in the table's header, or by its number: #3. It can hold: time, a metric by key or name, metric (the
column that names one), value, n, period, key, segment, ignore.

All or nothing: where a row has a problem, nothing is imported, and the exit code is 1. With --accept-good the other rows
are imported, and the exit code is 3. Running the same file again doubles nothing; a changed value is a correction.`;

export function importObservationsCommand(line: CommandLine): void {
  line
    .command('import-observations', 'bring the values of metrics in from a spreadsheet (CSV or XLSX)')
    .argument('<file>', 'a CSV or XLSX file')
    .option('--organisation <name or id>', 'whose metrics; may be left out where there is one organisation only')
    .option('--metric <key or name>', 'what all values are of; needed where no column says it')
    .option('--date <day>', 'when all of it was observed, as YYYY-MM-DD; needed where no column says it')
    .option('--map <column=field>', 'what a column holds; may be given several times', EACH, [])
    .option('--date-order <order>', 'dmy or mdy, where 3/4/2026 can be either')
    .option('--decimal <mark>', 'the decimal mark of numbers: a point, unless given, or a comma')
    .option('--mapping <file>', 'the mapping that --dry-run --json printed')
    .option('--saved-mapping <name>', 'a mapping that was saved in the browser')
    .option('--sheet <name>', 'which sheet of a workbook; the first otherwise')
    .option('--header-row <n>', 'the row that names the columns; found otherwise')
    .option('--accept-good', 'leave out the rows that have a problem and import the others')
    .option('--dry-run', 'say what would be imported and what is wrong; import nothing')
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
            const imports = app.get(ObservationFileService);
            line.streams.progress('Reading the file …');
            const prepared = await imports.prepare(principal, file).catch(sayHow);
            line.streams.progress('');
            for (const note of prepared.notes) line.streams.err(note);
            if (options.dryRun) {
              await imports.discard(principal, prepared.fileId);
              return observationsPreviewed(organisation, prepared);
            }
            const { id, jobId } = await imports.start(principal, file, prepared);
            await resultOfJob(app, principal, jobId as string, ({ done, total }) =>
              line.streams.progress(`${count(done)} of ${count(total)} rows …`),
            ).catch(sayThatItGoesOn);
            line.streams.progress('');
            // The job for it may still wait; whoever asked for the import may look at the numbers next.
            await app.get(RollupsService).recompute(principal);
            const reads = app.get(ObservationImportsReadModel);
            const { rows } = await reads.problemRows(principal, id, 0, Number.MAX_SAFE_INTEGER);
            const done = await reads.one(principal, id);
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
  const headerRow = options.headerRow === undefined ? null : Number(options.headerRow);
  if (headerRow !== null && !(Number.isInteger(headerRow) && headerRow >= 1))
    throw usageError('--header-row takes a whole number from 1, as the spreadsheet shows it.');
  if (options.dateOrder !== undefined && !['dmy', 'mdy'].includes(options.dateOrder))
    throw usageError('--date-order takes dmy or mdy.');
  if (options.decimal !== undefined && !['.', ','].includes(options.decimal))
    throw usageError('--decimal takes . or ,');
  if (options.mapping !== undefined && options.savedMapping !== undefined)
    throw usageError('--mapping and --saved-mapping exclude one another.');
  demandFile(path);
  return {
    name: basename(path),
    mode: options.acceptGood ? 'accept_good' : 'all_or_nothing',
    content: createReadStream(path),
    mapping: options.mapping === undefined ? undefined : savedMapping(resolve(options.mapping)),
    mappingName: options.savedMapping ?? null,
    said: {
      columns: options.map,
      metric: options.metric,
      observedOn: options.date,
      dateOrder: options.dateOrder,
      decimal: options.decimal,
    },
    choice: { sheet: options.sheet, headerRow },
  };
}

/** In the browser the remedy stands beside the field; here it is an option. */
function sayHow(error: unknown): never {
  if (!(error instanceof ValidationError)) throw error;
  const lines = error.fields.map(
    ({ code, message }) => `  - ${message}${REMEDIES[code] ? ` (${REMEDIES[code]})` : ''}`,
  );
  throw usageError(`The table cannot be read like this:\n${[...new Set(lines)].join('\n')}`);
}

const REMEDIES: Readonly<Record<string, string>> = {
  no_time: '--map "column=time", or --date',
  no_metric: '--map "column=metric", or --metric',
  no_value: '--map "column=value"',
  no_key: '--map "column=key"',
};
