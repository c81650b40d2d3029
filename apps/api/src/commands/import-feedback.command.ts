import { resolve } from 'node:path';
import type { FeedbackFile } from '../features/feedback-imports/index.js';
import { usageError } from './command-error.js';
import type { CommandLine } from './command-line.js';
import { feedbackImported, feedbackPreviewed } from './feedback-report.js';
import { ALL_OR_NOTHING, givenFile, importFile, type ImportOptions, withImportOptions } from './import-file.js';
import { withApplication } from './installation.js';
import { chosenOrganisation, commandLineOf } from './organisations.js';

interface Options extends ImportOptions {
  readonly organisation?: string;
  readonly source?: string;
  readonly date?: string;
  readonly touchpoint?: string;
  readonly dateOrder?: string;
  readonly decimal?: string;
  readonly savedMapping?: string;
}

const HELP = `
What a column holds is seen from its name and its cells. --map says it where that is not enough:
  --map "Q12=text" --map "Ticket=reference" --map "Where=touchpoint"
A column is named as in the table's header, or by its number: #3. It can hold: text, language, time, source, rating,
touchpoint, persona, reference (what tells one row from another at its source), ignore.
${ALL_OR_NOTHING} Running the same file again doubles nothing.`;

export function importFeedbackCommand(line: CommandLine): void {
  const command = line
    .command('import-feedback', 'bring what customers said into the inbox from a spreadsheet (CSV or XLSX)')
    .argument('<file>', 'a CSV or XLSX file')
    .option('--organisation <name or id>', 'whose inbox; may be left out where there is one organisation only')
    .option('--source <source>', 'where rows that name no source were said; other, unless given')
    .option('--date <day>', 'when all of it was said, as YYYY-MM-DD; needed where no column says it')
    .option('--touchpoint <name>', 'where rows that name no touchpoint were said')
    .option('--date-order <order>', 'dmy or mdy, where 3/4/2026 can be either')
    .option('--decimal <mark>', 'the decimal mark of ratings: a point, unless given, or a comma')
    .option('--saved-mapping <name>', 'a mapping that was saved in the browser');
  withImportOptions(command)
    .addHelpText('after', HELP)
    .action(
      line.action<Options>(async (options, given) => {
        const file = fileToImport(options, resolve(given as string));
        return withApplication(
          line.streams.environment,
          async (app) => {
            const { FeedbackFileService, FeedbackImportsReadModel, problemText } =
              await import('../features/feedback-imports/index.js');
            const organisation = await chosenOrganisation(app, options.organisation);
            const principal = commandLineOf(organisation.id);
            const { prepared, importId } = await importFile(app, line.streams, {
              imports: app.get(FeedbackFileService),
              principal,
              file,
              dryRun: options.dryRun,
              remedies: REMEDIES,
            });
            if (importId === null) return feedbackPreviewed(organisation, prepared);
            const reads = app.get(FeedbackImportsReadModel);
            const { rows } = await reads.problemRows(principal, importId, 0, Number.MAX_SAFE_INTEGER);
            const done = await reads.one(principal, importId);
            return feedbackImported(organisation, prepared, done, rows, (code, params) =>
              problemText(code, params, 'en'),
            );
          },
          { runsJobs: !options.dryRun },
        );
      }),
    );
}

/** Looks at everything that can be looked at before the database is opened. */
function fileToImport(options: Options, path: string): FeedbackFile {
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
      source: options.source,
      saidOn: options.date,
      touchpoint: options.touchpoint,
      dateOrder: options.dateOrder,
      decimal: options.decimal,
    },
  };
}

const REMEDIES: Readonly<Record<string, string>> = {
  no_text: '--map "column=text"',
  no_time: '--map "column=time", or --date',
  no_source: '--map "column=source", or --source',
};
