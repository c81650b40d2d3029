import { FeedbackEntity } from './feedback.entity.js';

export { FeedbackModule } from './feedback.module.js';
export { keepFeedback } from './keep-feedback.js';
export {
  bringInFeedback,
  type BroughtInFeedback,
  contradictingFeedback,
  IS_TRIAGED,
  lockFeedback,
  takeFeedbackBack,
} from './bring-in-feedback.js';
export { FeedbackStage, type StagedFeedback } from './feedback-stage.js';
export { type FeedbackSource, FeedbackSourceEnum, FeedbackStateEnum } from './feedback.enums.js';
export { FeedbackReadModel } from './feedback.read-model.js';
export { TriageService } from './triage.service.js';
export const feedbackEntities = [FeedbackEntity];
