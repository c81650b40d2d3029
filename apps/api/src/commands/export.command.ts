import { createWriteStream, existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Option } from 'commander';
import type { ExportKind } from '../features/exports/index.js';
import { StoredFiles } from '../platform/files/stored-files.js';
import { FILE_FORMATS, type FileFormat } from '../platform/tables/index.js';
import { chosenAssessment } from './assessments.js';
import { usageError } from './command-error.js';
import type { CommandLine } from './command-line.js';
import { interruption } from './interruption.js';
import { withApplication } from './installation.js';
import { commandLineOf } from './organisations.js';
import { resultOfJob } from './wait-for-job.js';

interface Options {
  readonly assessment: string;
  readonly organisation?: string;
  readonly what: ExportKind;
  readonly format?: FileFormat;
  readonly locale: string;
}

export function exportCommand(line: CommandLine): void {
  line
    .command('export', 'write a wave’s results, or its answers as far as its anonymity allows, to a file')
    .argument('<file>', 'a file that does not exist yet; its ending gives the format')
    .requiredOption('--assessment <id or name>', 'the wave')
    .option('--organisation <name or id>', 'whose wave; needed where two have one of this name')
    .addOption(new Option('--what <what>', 'what to write').choices(['results', 'answers']).default('results'))
    .addOption(new Option('--format <format>', 'where the ending does not say it').choices([...FILE_FORMATS]))
    .addOption(new Option('--locale <locale>', 'language of headings').choices(['en', 'zh-CN']).default('en'))
    .action(
      line.action<Options>(async ({ assessment, organisation, what, format, locale }, file) => {
        const target = resolve(file as string);
        if (existsSync(target)) throw usageError(`${target} exists already; name a new file.`);
        if (!existsSync(dirname(target))) throw usageError(`There is no folder ${dirname(target)}.`);
        const asked = { kind: what, format: format ?? formatOf(target), locale };
        return withApplication(
          line.streams.environment,
          async (app) => {
            const { StartExportService } = await import('../features/exports/index.js');
            const wave = await chosenAssessment(app, assessment, organisation);
            const principal = commandLineOf(wave.organisation.id);
            const jobId = await app.get(StartExportService).start(principal, { ...asked, assessmentId: wave.id });
            const made = await resultOfJob<{ fileId: string; rows: number }>(app, principal, jobId);
            const { content, file: stored } = await app.get(StoredFiles).open(principal, made.fileId);
            try {
              await pipeline(content, createWriteStream(target, { flags: 'wx', mode: 0o600 }), {
                signal: interruption.signal,
              });
            } catch (error) {
              await rm(target, { force: true });
              throw error;
            }
            return {
              data: { file: target, bytes: stored.size, rows: made.rows },
              text: `${target}: ${made.rows} rows.`,
            };
          },
          { runsJobs: true },
        );
      }),
    );
}

function formatOf(file: string): FileFormat {
  const found = FILE_FORMATS.find((format) => file.toLowerCase().endsWith(`.${format}`));
  if (!found)
    throw usageError(`Name a file that ends in ${FILE_FORMATS.map((f) => `.${f}`).join(' or ')}, or give --format.`);
  return found;
}
