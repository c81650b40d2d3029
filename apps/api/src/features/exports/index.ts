export { ExportsModule } from './exports.module.js';
export { StartExportService } from './start-export.service.js';
