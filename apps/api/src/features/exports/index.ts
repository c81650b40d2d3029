export { ExportsModule } from './exports.module.js';
export { type ExportKind } from './export-assessment.definition.js';
export { StartExportService } from './start-export.service.js';
