import { Module } from '@nestjs/common';
import { ModelsModule } from '../models/index.js';
import { CommentsReadModel } from './comments.read-model.js';
import { ComparisonReadModel } from './comparison.read-model.js';
import { ComputeResultsHandler } from './compute-results.handler.js';
import { FrozenResults } from './frozen-results.js';
import { ResultsReadModel } from './results.read-model.js';
import { ResultsResolver } from './results.resolver.js';

@Module({
  imports: [ModelsModule],
  providers: [
    CommentsReadModel,
    ComparisonReadModel,
    ComputeResultsHandler,
    FrozenResults,
    ResultsReadModel,
    ResultsResolver,
  ],
  exports: [ResultsReadModel],
})
export class ResultsModule {}
