export { ImportsModule } from './imports.module.js';
export { type ImportFile, ImportFileService, type PreparedImport } from './import-file.service.js';
export { ImportsReadModel } from './imports.read-model.js';
