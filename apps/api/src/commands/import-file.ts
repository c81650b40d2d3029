import { accessSync, constants, createReadStream, readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { ValidationError } from '@touchstone/domain';
import type { Command } from 'commander';
import type { TableChoice } from '../platform/tables/index.js';
import type { SystemPrincipal } from '../platform/tenancy/principal.js';
import { CommandError, usageError } from './command-error.js';
import type { Streams } from './command-line.js';
import { count } from './import-report.js';
import { interruption } from './interruption.js';
import { resultOfJob } from './wait-for-job.js';

/** What every import of a spreadsheet can be told. */
export interface ImportOptions {
  readonly map: readonly string[];
  readonly mapping?: string;
  readonly sheet?: string;
  readonly headerRow?: string;
  readonly acceptGood?: boolean;
  readonly dryRun?: boolean;
}

export interface GivenFile {
  readonly name: string;
  readonly mode: 'all_or_nothing' | 'accept_good';
  readonly content: AsyncIterable<Uint8Array>;
  readonly mapping: unknown;
  readonly choice: TableChoice;
}

const LONGEST_MAPPING_BYTES = 1_000_000;

/** Gathers an option that may be given several times. */
export const EACH = (value: string, before: readonly string[]): string[] => [...before, value];

export const ALL_OR_NOTHING = `
All or nothing: where a row has a problem, nothing is imported, and the exit code is 1. With --accept-good the other rows
are imported, and the exit code is 3.`;

export const withImportOptions = (command: Command): Command =>
  command
    .option('--map <column=field>', 'what a column holds; may be given several times', EACH, [])
    .option('--mapping <file>', 'the mapping that --dry-run --json printed')
    .option('--sheet <name>', 'which sheet of a workbook; the first otherwise')
    .option('--header-row <n>', 'the row that names the columns; found otherwise')
    .option('--accept-good', 'leave out the rows that have a problem and import the others')
    .option('--dry-run', 'say what would be imported and what is wrong; import nothing');

/** Looks at everything that can be looked at before the database is opened. */
export function givenFile(options: ImportOptions, path: string): GivenFile {
  const headerRow = options.headerRow === undefined ? null : Number(options.headerRow);
  if (headerRow !== null && !(Number.isInteger(headerRow) && headerRow >= 1))
    throw usageError('--header-row takes a whole number from 1, as the spreadsheet shows it.');
  demandFile(path);
  return {
    name: basename(path),
    mode: options.acceptGood ? 'accept_good' : 'all_or_nothing',
    content: createReadStream(path),
    mapping: options.mapping === undefined ? undefined : savedMapping(resolve(options.mapping)),
    choice: { sheet: options.sheet, headerRow },
  };
}

interface Imports<Asked, Prepared> {
  prepare(principal: SystemPrincipal, asked: Asked): Promise<Prepared>;
  discard(principal: SystemPrincipal, fileId: string): Promise<void>;
  start(principal: SystemPrincipal, asked: Asked, prepared: Prepared): Promise<{ id: string; jobId: string | null }>;
}

export interface FileImport<Asked, Prepared> {
  readonly imports: Imports<Asked, Prepared>;
  readonly principal: SystemPrincipal;
  readonly file: Asked;
  readonly dryRun?: boolean;
  /** By the code of what a mapping lacks: the option that says it. */
  readonly remedies: Readonly<Record<string, string>>;
}

/** Looks at the file and, unless that was all that was asked for, imports it and waits; the import's id where there is one. */
export async function importFile<Asked, Prepared extends { fileId: string; notes: readonly string[] }>(
  app: INestApplicationContext,
  { progress, err }: Streams,
  { imports, principal, file, dryRun, remedies }: FileImport<Asked, Prepared>,
): Promise<{ prepared: Prepared; importId: string | null }> {
  progress('Reading the file …');
  const prepared = await imports.prepare(principal, file).catch((error: unknown) => sayHow(error, remedies));
  progress('');
  for (const note of prepared.notes) err(note);
  if (dryRun) {
    await imports.discard(principal, prepared.fileId);
    return { prepared, importId: null };
  }
  const { id, jobId } = await imports.start(principal, file, prepared);
  await resultOfJob(app, principal, jobId as string, ({ done, total }) =>
    progress(`${count(done)} of ${count(total)} rows …`),
  ).catch(sayThatItGoesOn);
  progress('');
  return { prepared, importId: id };
}

function demandFile(path: string): void {
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
function savedMapping(path: string): unknown {
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
function sayThatItGoesOn(error: unknown): never {
  if (!interruption.signal.aborted) throw error;
  throw new CommandError(
    'No longer waited for. The import is on its way and goes on where a server runs, or with its next start: it will be there whole, or not at all.',
    'INTERRUPTED',
  );
}

/** In the browser the remedy stands beside the field; here it is an option. */
function sayHow(error: unknown, remedies: FileImport<never, never>['remedies']): never {
  if (!(error instanceof ValidationError)) throw error;
  const lines = error.fields.map(
    ({ code, message }) => `  - ${message}${remedies[code] ? ` (${remedies[code]})` : ''}`,
  );
  throw usageError(`The table cannot be read like this:\n${[...new Set(lines)].join('\n')}`);
}
