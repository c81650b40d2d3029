export { ResponsesModule } from './responses.module.js';
export { ModelCache, type PreparedModel } from './model-cache.js';
export { ResponseNews } from './response-news.js';
export { ResponseService } from './response.service.js';
export { SubmitAnswersService } from './submit-answers.service.js';
export type { AnswerInput } from './response.type.js';
