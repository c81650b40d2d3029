import { Module } from '@nestjs/common';
import { JobsReadModel } from './jobs.read-model.js';
import { JobsResolver } from './jobs.resolver.js';
import { RetryJobService } from './retry-job.service.js';
import { WatchJobService } from './watch-job.service.js';

@Module({
  providers: [JobsReadModel, JobsResolver, RetryJobService, WatchJobService],
  exports: [JobsReadModel],
})
export class JobPagesModule {}
