export { ImportsModule } from './imports.module.js';
export { type ImportFile, ImportFileService, type PreparedImport } from './import-file.service.js';
export type { AnswerImportType, ImportProblemType } from './import.type.js';
export { ImportsReadModel } from './imports.read-model.js';
export { PreviewedProblems } from './previewed-problems.js';
export { sendCsvFile, sendProblems } from './send-problems.js';
export type { SaidColumns } from './said-columns.js';
export { shownCell, shownColumn } from './shown-cell.js';
export { tableNote } from './table-notes.js';
export { summarise, type TableSummary } from './table-summary.js';
export { ImportModeEnum, ImportProblemGroupType, UploadedColumnType } from './import.type.js';
export {
  JOB_OF_IMPORT,
  type KindOfImport,
  problemConnection,
  type ProblemPage,
  problemsOfImport,
  STATE_OF_IMPORT,
} from './import-rows.js';
