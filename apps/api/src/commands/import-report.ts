import type {
  AnswerImportType,
  ImportProblemGroupType,
  ImportProblemType,
  PreparedImport,
} from '../features/imports/index.js';
import type { ChosenAssessment } from './assessments.js';
import { EXIT } from './command-error.js';
import type { Outcome } from './command-line.js';

/** More than anybody reads at a terminal; with --json all that were kept are printed. */
const PRINTED = 100;

type Problem = Pick<ImportProblemType, 'row' | 'column' | 'code' | 'message' | 'value'>;

export const count = (number: number): string => number.toLocaleString('en');
export const counted = (number: number, one: string, many = `${one}s`): string =>
  `${count(number)} ${number === 1 ? one : many}`;

/** What importing would do. */
export function previewOutcome(wave: ChosenAssessment, { mapping, headers, preview, notes }: PreparedImport): Outcome {
  const { problems, ...counts } = preview;
  const looked = preview.sampled ? `the first ${counted(preview.rowsRead, 'row')}` : counted(preview.rowsRead, 'row');
  return {
    data: { assessment: waveData(wave), dryRun: true, ...counts, problems: problems.map(problemData), mapping, notes },
    text: [
      `Nothing was imported. ${wave.name} would receive ${counted(preview.answers, 'answer')} of ` +
        `${counted(preview.submissions, 'respondent')}; looked at: ${looked}, ${count(preview.rowsBad)} with problems.`,
      ...columnLines(mapping, headers),
      ...groupLines(preview),
    ].join('\n'),
    exit: problems.length > 0 ? EXIT.problems : EXIT.ok,
  };
}

/** What importing did. */
export function importOutcome(
  wave: ChosenAssessment,
  { mapping, headers, notes }: PreparedImport,
  done: AnswerImportType,
  problems: readonly Problem[],
): Outcome {
  const refused = done.state === 'refused';
  const { id, state, mode, rowsRead, rowsGood, rowsBad, answers, duplicates, errorCount } = done;
  const counts = { rowsRead, rowsGood, rowsBad, answers, duplicates, problemCount: errorCount };
  return {
    data: {
      assessment: waveData(wave),
      import: id,
      state,
      mode,
      ...counts,
      problems: problems.map(problemData),
      notes,
    },
    text: [
      refused
        ? `Nothing was imported into ${wave.name}: ${counted(rowsBad, 'row')} of ${count(rowsRead)} ${rowsBad === 1 ? 'has' : 'have'} problems. ` +
          'Correct the file, or take the other rows with --accept-good.'
        : `${counted(answers, 'answer')} imported into ${wave.name}: ${counted(rowsGood, 'good row')} of ${count(rowsRead)}.`,
      ...(duplicates > 0
        ? [`${counted(duplicates, 'respondent was', 'respondents were')} in the wave already and left as they were.`]
        : []),
      ...leftOut(mapping, headers),
      ...problemLines(problems, errorCount),
    ].join('\n'),
    exit: refused ? EXIT.failed : errorCount > 0 ? EXIT.problems : EXIT.ok,
  };
}

const GROUPS_UNKNOWN = 'A rater group under another name: --group-value "what the file calls it=rater group".';

const waveData = ({ id, name, organisation }: ChosenAssessment): object => ({ id, name, organisation });
const problemData = ({ row, column, code, message, value }: Problem): Problem => ({
  row,
  column,
  code,
  message,
  value,
});

function columnLines(mapping: PreparedImport['mapping'], headers: readonly string[]): string[] {
  const held = mapping.columns.map(
    ({ column, target, itemId }) =>
      `  ${headers[column] ?? `#${column + 1}`} = ${itemId ? (target === 'comment' ? `comment: ${itemId}` : itemId) : target}`,
  );
  return ['Columns:', ...held, ...leftOut(mapping, headers)];
}

/** A column that was not understood is worth a line: what it holds is missed by nobody else. */
export function leftOut(
  mapping: { readonly columns: readonly { readonly column: number; readonly target: string }[] },
  headers: readonly string[],
): string[] {
  const used = new Set(mapping.columns.filter(({ target }) => target !== 'ignore').map(({ column }) => column));
  const others = headers.filter((_, column) => !used.has(column));
  return others.length === 0 ? [] : [`Columns left out: ${others.join(', ')}.`];
}

/** Every kind of problem in one line, with its first rows. */
export function groupLines({
  problemGroups,
  problemCount,
}: {
  readonly problemGroups: readonly ImportProblemGroupType[];
  readonly problemCount: number;
}): string[] {
  const lines = problemGroups.map(({ column, messages, count: times, rows, values }) => {
    const more = times > rows.length ? ' …' : '';
    const place = `${rows.length === 1 && !more ? 'row' : `${count(times)} times, rows`} ${rows.join(', ')}${more}`;
    const stands = values.length > 0 ? ` There stands: ${values.join('; ')}` : '';
    return `  ${column === null ? place : `column “${column}”, ${place}`}: ${messages.join(' ')}${stands}`;
  });
  const told = problemGroups.reduce((sum, group) => sum + group.count, 0);
  if (problemCount > told) lines.push(`  … and ${count(problemCount - told)} more.`);
  if (problemGroups.some(({ code }) => code === 'UNKNOWN_GROUP')) lines.push(GROUPS_UNKNOWN);
  return lines;
}

export function problemLines(problems: readonly Problem[], total: number): string[] {
  const lines = problems.slice(0, PRINTED).map(({ row, column, message, value }) => {
    const place = column === null ? `row ${row}` : `row ${row}, column “${column}”`;
    return `  ${place}: ${message}${value ? ` There stands: ${value}` : ''}`;
  });
  if (total > lines.length) lines.push(`  … and ${count(total - lines.length)} more.`);
  if (problems.some(({ code }) => code === 'UNKNOWN_GROUP')) lines.push(GROUPS_UNKNOWN);
  return lines;
}
