export { ImportsModule } from './imports.module.js';
export { ImportsReadModel } from './imports.read-model.js';
export { LookAtTableService } from './look-at-table.service.js';
export { StartImportService } from './start-import.service.js';
