import { FeedbackEntity } from './feedback.entity.js';

export { FeedbackModule } from './feedback.module.js';
export { keepFeedback } from './keep-feedback.js';
export { type FeedbackSource, FeedbackStateEnum } from './feedback.enums.js';
export { TriageService } from './triage.service.js';
export const feedbackEntities = [FeedbackEntity];
