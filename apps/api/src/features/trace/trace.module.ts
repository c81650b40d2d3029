import { Module } from '@nestjs/common';
import { OwnershipModule } from '../ownership/index.js';
import { BrokenThreadsFileController } from './broken-threads-file.controller.js';
import { BrokenThreadsReadModel } from './broken-threads.read-model.js';
import { BrokenThreadsResolver } from './broken-threads.resolver.js';
import { TraceReadModel } from './trace.read-model.js';
import { TraceResolver } from './trace.resolver.js';

@Module({
  imports: [OwnershipModule],
  controllers: [BrokenThreadsFileController],
  providers: [TraceReadModel, TraceResolver, BrokenThreadsReadModel, BrokenThreadsResolver],
})
export class TraceModule {}
