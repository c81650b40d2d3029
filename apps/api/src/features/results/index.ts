export { ResultsModule } from './results.module.js';
export { ResultsReadModel } from './results.read-model.js';
export type { ResultsType } from './result.type.js';
