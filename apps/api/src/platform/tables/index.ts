export { bytesInMemory, type ByteSource, spool, withSource } from './byte-source.js';
export { openTable } from './open-table.js';
export { stageTable } from './stage-table.js';
export type { OpenTable, RowBatch, TableChoice, TableLayout, TableNote } from './table.js';
export { TableError } from './table-error.js';
export { type Cell, CSV_MARK, csvLine, harmless } from './write-csv.js';
export { FILE_FORMATS, type FileFormat, MEDIA_TYPES, SheetsFile, type SheetToWrite } from './write-sheets.js';
