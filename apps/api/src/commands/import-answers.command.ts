import { accessSync, constants, createReadStream, readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { RuleError, ValidationError } from '@touchstone/domain';
import type { ImportFile } from '../features/imports/index.js';
import { chosenAssessment } from './assessments.js';
import { CommandError, usageError } from './command-error.js';
import type { CommandLine } from './command-line.js';
import { count, importOutcome, previewOutcome } from './import-report.js';
import { interruption } from './interruption.js';
import { withApplication } from './installation.js';
import { commandLineOf } from './organisations.js';
import { resultOfJob } from './wait-for-job.js';

interface Options {
  readonly assessment: string;
  readonly organisation?: string;
  readonly group?: string;
  readonly map: readonly string[];
  readonly groupValue: readonly string[];
  readonly mapping?: string;
  readonly sheet?: string;
  readonly headerRow?: string;
  readonly acceptGood?: boolean;
  readonly dryRun?: boolean;
}

const LONGEST_MAPPING_BYTES = 1_000_000;
const EACH = (value: string, before: readonly string[]): string[] => [...before, value];

const HELP = `
What a column holds is seen from its name and its cells, as in the browser. --map says it where that is not enough:
  --map "Dept=group" --map "Q7=Strategic goals understood" --map "Remarks=comment: Strategic goals understood"
A column is named as in the table's header, or by its number: #3. It can hold: respondent, group, ignore, a question or
practice by name or id, or its comment. Where every row is one answer: respondent, group, item, value, comment, ignore.

All or nothing: where a row has a problem, nothing is imported, and the exit code is 1. With --accept-good the other rows
are imported, and the exit code is 3. Running the same file again doubles nobody.`;

export function importAnswersCommand(line: CommandLine): void {
  line
    .command('import-answers', 'bring the answers of a spreadsheet (CSV or XLSX) into an open wave')
    .argument('<file>', 'a CSV or XLSX file')
    .requiredOption('--assessment <id or name>', 'the wave')
    .option('--organisation <name or id>', 'whose wave; needed where two have one of this name')
    .option('--group <rater group>', 'the group of rows that name none; needed where the file has no such column')
    .option('--map <column=field>', 'what a column holds; may be given several times', EACH, [])
    .option('--group-value <text=group>', 'what the file calls a rater group; may be given several times', EACH, [])
    .option('--mapping <file>', 'the mapping that --dry-run --json printed')
    .option('--sheet <name>', 'which sheet of a workbook; the first otherwise')
    .option('--header-row <n>', 'the row that names the columns; found otherwise')
    .option('--accept-good', 'leave out the rows that have a problem and import the others')
    .option('--dry-run', 'say what would be imported and what is wrong; import nothing')
    .addHelpText('after', HELP)
    .action(
      line.action<Options>(async (options, given) => {
        const asked = fileToImport(options, resolve(given as string));
        return withApplication(
          line.streams.environment,
          async (app) => {
            const { ImportFileService, ImportsReadModel } = await import('../features/imports/index.js');
            const wave = await chosenAssessment(app, options.assessment, options.organisation);
            if (wave.state !== 'open')
              throw new RuleError('STATE_FORBIDS', 'The wave is not open.', { state: wave.state });
            const imports = app.get(ImportFileService);
            const principal = commandLineOf(wave.organisation.id);
            const file = { ...asked, assessmentId: wave.id };
            line.streams.progress('Reading the file …');
            const prepared = await imports.prepare(principal, file).catch(sayHow);
            line.streams.progress('');
            for (const note of prepared.notes) line.streams.err(note);
            if (options.dryRun) {
              await imports.discard(principal, prepared.fileId);
              return previewOutcome(wave, prepared);
            }
            const { id, jobId } = await imports.start(principal, file, prepared);
            await resultOfJob(app, principal, jobId as string, ({ done, total }) =>
              line.streams.progress(`${count(done)} of ${count(total)} rows …`),
            ).catch(sayThatItGoesOn);
            line.streams.progress('');
            const reads = app.get(ImportsReadModel);
            const { rows } = await reads.problemRows(principal, id, 0, Number.MAX_SAFE_INTEGER);
            return importOutcome(wave, prepared, await reads.one(principal, id), rows);
          },
          { runsJobs: !options.dryRun },
        );
      }),
    );
}

/** Looks at everything that can be looked at before the database is opened. */
function fileToImport(options: Options, path: string): Omit<ImportFile, 'assessmentId'> {
  const headerRow = options.headerRow === undefined ? null : Number(options.headerRow);
  if (headerRow !== null && !(Number.isInteger(headerRow) && headerRow >= 1)) {
    throw usageError('--header-row takes a whole number from 1, as the spreadsheet shows it.');
  }
  demandFile(path);
  return {
    name: basename(path),
    mode: options.acceptGood ? 'accept_good' : 'all_or_nothing',
    content: createReadStream(path),
    mapping: options.mapping === undefined ? undefined : savedMapping(resolve(options.mapping)),
    said: { columns: options.map, groupValues: options.groupValue, group: options.group },
    choice: { sheet: options.sheet, headerRow },
  };
}

export function demandFile(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw usageError(`There is no file ${path}.`);
  if (!found.isFile()) throw usageError(`${path} is not a file.`);
  try {
    accessSync(path, constants.R_OK);
  } catch {
    throw usageError(`${path} may not be read by this user.`);
  }
}

/** What --dry-run --json printed, whole or its mapping alone. */
export function savedMapping(path: string): unknown {
  demandFile(path);
  if (statSync(path).size > LONGEST_MAPPING_BYTES) throw usageError(`${path} is too large to be a mapping.`);
  try {
    const parsed = JSON.parse(readFileSync(path, 'utf8')) as { mapping?: unknown } | null;
    return parsed?.mapping ?? parsed;
  } catch {
    throw usageError(`${path} is not JSON; a mapping is what --dry-run --json prints.`);
  }
}

/** The import is a job: who stops waiting for it does not stop it, and half of it is never there. */
export function sayThatItGoesOn(error: unknown): never {
  if (!interruption.signal.aborted) throw error;
  throw new CommandError(
    'No longer waited for. The import is on its way and goes on where a server runs, or with its next start: it will be there whole, or not at all.',
    'INTERRUPTED',
  );
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
  no_group: '--map "column=group", or --group',
  no_item: '--map "column=practice"',
  no_value: '--map "column=value"',
  no_respondent: '--map "column=respondent"',
};
