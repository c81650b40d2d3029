import { resolve } from 'node:path';
import { RuleError } from '@touchstone/domain';
import { chosenAssessment } from './assessments.js';
import type { CommandLine } from './command-line.js';
import { ALL_OR_NOTHING, EACH, givenFile, importFile, type ImportOptions, withImportOptions } from './import-file.js';
import { importOutcome, previewOutcome } from './import-report.js';
import { withApplication } from './installation.js';
import { commandLineOf } from './organisations.js';

interface Options extends ImportOptions {
  readonly assessment: string;
  readonly organisation?: string;
  readonly group?: string;
  readonly groupValue: readonly string[];
}

const HELP = `
What a column holds is seen from its name and its cells, as in the browser. --map says it where that is not enough:
  --map "Dept=group" --map "Q7=Strategic goals understood" --map "Remarks=comment: Strategic goals understood"
A column is named as in the table's header, or by its number: #3. It can hold: respondent, group, ignore, a question or
practice by name or id, or its comment. Where every row is one answer: respondent, group, item, value, comment, ignore.
${ALL_OR_NOTHING} Running the same file again doubles nobody.`;

export function importAnswersCommand(line: CommandLine): void {
  const command = line
    .command('import-answers', 'bring the answers of a spreadsheet (CSV or XLSX) into an open wave')
    .argument('<file>', 'a CSV or XLSX file')
    .requiredOption('--assessment <id or name>', 'the wave')
    .option('--organisation <name or id>', 'whose wave; needed where two have one of this name')
    .option('--group <rater group>', 'the group of rows that name none; needed where the file has no such column')
    .option('--group-value <text=group>', 'what the file calls a rater group; may be given several times', EACH, []);
  withImportOptions(command)
    .addHelpText('after', HELP)
    .action(
      line.action<Options>(async (options, given) => {
        const asked = {
          ...givenFile(options, resolve(given as string)),
          said: { columns: options.map, groupValues: options.groupValue, group: options.group },
        };
        return withApplication(
          line.streams.environment,
          async (app) => {
            const { ImportFileService, ImportsReadModel } = await import('../features/imports/index.js');
            const wave = await chosenAssessment(app, options.assessment, options.organisation);
            if (wave.state !== 'open')
              throw new RuleError('STATE_FORBIDS', 'The wave is not open.', { state: wave.state });
            const principal = commandLineOf(wave.organisation.id);
            const { prepared, importId } = await importFile(app, line.streams, {
              imports: app.get(ImportFileService),
              principal,
              file: { ...asked, assessmentId: wave.id },
              dryRun: options.dryRun,
              remedies: REMEDIES,
            });
            if (importId === null) return previewOutcome(wave, prepared);
            const reads = app.get(ImportsReadModel);
            const { rows } = await reads.problemRows(principal, importId, 0, Number.MAX_SAFE_INTEGER);
            return importOutcome(wave, prepared, await reads.one(principal, importId), rows);
          },
          { runsJobs: !options.dryRun },
        );
      }),
    );
}

const REMEDIES: Readonly<Record<string, string>> = {
  no_group: '--map "column=group", or --group',
  no_item: '--map "column=practice"',
  no_value: '--map "column=value"',
  no_respondent: '--map "column=respondent"',
};
