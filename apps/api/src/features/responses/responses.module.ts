import { Module } from '@nestjs/common';
import { ModelCache } from './model-cache.js';
import { RespondentCredentials } from './respondent-credentials.js';
import { ResponseNews } from './response-news.js';
import { ResponseService } from './response.service.js';
import { ResponsesResolver } from './responses.resolver.js';
import { SubmitAnswersService } from './submit-answers.service.js';

@Module({
  providers: [
    ModelCache,
    RespondentCredentials,
    ResponseNews,
    ResponseService,
    ResponsesResolver,
    SubmitAnswersService,
  ],
  exports: [ModelCache, ResponseNews, ResponseService, SubmitAnswersService],
})
export class ResponsesModule {}
