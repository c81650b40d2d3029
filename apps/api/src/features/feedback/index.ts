import { FeedbackEntity } from './feedback.entity.js';

export { FeedbackModule } from './feedback.module.js';
export { keepFeedback } from './keep-feedback.js';
export { FeedbackStateEnum } from './feedback.enums.js';
export const feedbackEntities = [FeedbackEntity];
