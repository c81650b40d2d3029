import type { FeedbackImportType, FeedbackProblem, PreparedFeedback } from '../features/feedback-imports/index.js';
import { EXIT } from './command-error.js';
import type { Outcome } from './command-line.js';
import { count, counted, groupLines, leftOut, problemLines } from './import-report.js';
import type { ListedOrganisation } from './organisations.js';

interface Beside {
  readonly repeated: number;
  readonly duplicates: number;
  readonly withoutText: number;
}

function besideThem({ repeated, duplicates, withoutText }: Beside): string[] {
  const others = [
    repeated > 0 ? `${count(repeated)} in the inbox already` : '',
    duplicates > 0 ? `${count(duplicates)} in the file more than once` : '',
    withoutText > 0 ? `${count(withoutText)} without a text` : '',
  ].filter((text) => text !== '');
  return others.length > 0 ? [`Rows that add nothing: ${others.join(', ')}.`] : [];
}

/** What importing would do. */
export function feedbackPreviewed(organisation: ListedOrganisation, prepared: PreparedFeedback): Outcome {
  const { mapping, headers, preview, notes } = prepared;
  const { problems, ...counts } = preview;
  const looked = preview.sampled ? `the first ${counted(preview.rowsRead, 'row')}` : counted(preview.rowsRead, 'row');
  return {
    data: { organisation, dryRun: true, ...counts, problems, mapping, notes },
    text: [
      `Nothing was imported. ${organisation.name} would receive ${counted(preview.items, 'item')} of feedback; ` +
        `looked at: ${looked}, ${count(preview.rowsBad)} with problems.`,
      ...besideThem(preview),
      ...leftOut(mapping, headers),
      ...groupLines(preview),
    ].join('\n'),
    exit: problems.length > 0 ? EXIT.problems : EXIT.ok,
  };
}

/** What importing did. */
export function feedbackImported(
  organisation: ListedOrganisation,
  { mapping, headers, notes }: PreparedFeedback,
  done: FeedbackImportType,
  kept: readonly FeedbackProblem[],
  textOf: (code: string, params: FeedbackProblem['params']) => string,
): Outcome {
  const refused = done.state === 'refused';
  const { id, state, mode, rowsRead, rowsBad, added, repeated, duplicates, withoutText, problemCount } = done;
  const problems = kept.map(({ row, column, code, params, value }) => ({
    ...{ row, column, code, value },
    message: textOf(code, params),
  }));
  return {
    data: {
      organisation,
      import: id,
      ...{ state, mode, rowsRead, rowsBad, added, repeated, duplicates, withoutText, problemCount },
      problems,
      notes,
    },
    text: [
      refused
        ? `Nothing was imported into ${organisation.name}: ${counted(rowsBad, 'row')} of ${count(rowsRead)} ${rowsBad === 1 ? 'has' : 'have'} problems. ` +
          'Correct the file, or take the other rows with --accept-good.'
        : `${counted(added, 'item')} of feedback added to ${organisation.name} from ${counted(rowsRead, 'row')}.`,
      ...(refused ? [] : besideThem(done)),
      ...leftOut(mapping, headers),
      ...problemLines(problems, problemCount),
    ].join('\n'),
    exit: refused ? EXIT.failed : problemCount > 0 ? EXIT.problems : EXIT.ok,
  };
}
