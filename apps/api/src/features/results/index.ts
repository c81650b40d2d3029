export { ResultsModule } from './results.module.js';
export { ResultsReadModel } from './results.read-model.js';
