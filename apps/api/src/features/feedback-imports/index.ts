export { FeedbackImportsModule } from './feedback-imports.module.js';
export { type FeedbackFile, FeedbackFileService, type PreparedFeedback } from './feedback-file.service.js';
export type { FeedbackImportType } from './feedback-import.type.js';
export { FeedbackImportsReadModel } from './feedback-imports.read-model.js';
export { type FeedbackProblem, problemText } from './feedback-problem.js';
