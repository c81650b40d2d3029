export { FeedbackImportsModule } from './feedback-imports.module.js';
