export { ObservationsModule } from './observations.module.js';
export { type ObservationFile, ObservationFileService, type PreparedObservations } from './observation-file.service.js';
export type { ObservationImportType } from './observation-import.type.js';
export { ObservationImportsReadModel } from './observation-imports.read-model.js';
export { type ObservationProblem, problemText } from './observation-problem.js';
export { MetricSeriesReadModel } from './metric-series.read-model.js';
export { ROLLUPS_TOPIC, RollupsService } from './rollups.service.js';
