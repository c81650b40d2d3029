import type {
  ObservationImportType,
  ObservationProblem,
  PreparedObservations,
} from '../features/observations/index.js';
import { EXIT } from './command-error.js';
import type { Outcome } from './command-line.js';
import { count, counted, groupLines, leftOut, problemLines } from './import-report.js';
import type { ListedOrganisation } from './organisations.js';

/** What importing would do. */
export function observationsPreviewed(organisation: ListedOrganisation, prepared: PreparedObservations): Outcome {
  const { mapping, headers, preview, notes } = prepared;
  const { problems, ...counts } = preview;
  const looked = preview.sampled ? `the first ${counted(preview.rowsRead, 'row')}` : counted(preview.rowsRead, 'row');
  return {
    data: { organisation, dryRun: true, ...counts, problems, mapping, notes },
    text: [
      `Nothing was imported. ${organisation.name} would receive ${counted(preview.observations, 'observation')}; ` +
        `looked at: ${looked}, ${count(preview.rowsBad)} with problems.`,
      ...leftOut(mapping, headers),
      ...groupLines(preview),
    ].join('\n'),
    exit: problems.length > 0 ? EXIT.problems : EXIT.ok,
  };
}

/** What importing did. */
export function observationsImported(
  organisation: ListedOrganisation,
  { mapping, headers, notes }: PreparedObservations,
  done: ObservationImportType,
  kept: readonly ObservationProblem[],
  textOf: (code: string, params: ObservationProblem['params']) => string,
): Outcome {
  const refused = done.state === 'refused';
  const { id, state, mode, rowsRead, rowsBad, added, repeated, corrected, skipped, problemCount } = done;
  const problems = kept.map(({ row, column, code, params, value }) => ({
    row,
    column,
    code,
    message: textOf(code, params),
    value,
  }));
  const others = [
    repeated > 0 ? `${count(repeated)} were there already` : '',
    corrected > 0 ? `${count(corrected)} were corrected` : '',
    skipped > 0 ? `${count(skipped)} were not applicable` : '',
  ].filter((text) => text !== '');
  return {
    data: {
      organisation,
      import: id,
      state,
      mode,
      ...{ rowsRead, rowsBad, added, repeated, corrected, skipped, problemCount },
      problems,
      notes,
    },
    text: [
      refused
        ? `Nothing was imported into ${organisation.name}: ${counted(rowsBad, 'row')} of ${count(rowsRead)} ${rowsBad === 1 ? 'has' : 'have'} problems. ` +
          'Correct the file, or take the other rows with --accept-good.'
        : `${counted(added, 'observation')} added to ${organisation.name} from ${counted(rowsRead - rowsBad, 'good row')} of ${count(rowsRead)}.`,
      ...(others.length > 0 ? [`Beside them ${others.join(', ')}.`] : []),
      ...leftOut(mapping, headers),
      ...problemLines(problems, problemCount),
    ].join('\n'),
    exit: refused ? EXIT.failed : problemCount > 0 ? EXIT.problems : EXIT.ok,
  };
}
