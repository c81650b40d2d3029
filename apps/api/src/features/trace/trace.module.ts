import { Module } from '@nestjs/common';
import { TraceReadModel } from './trace.read-model.js';
import { TraceResolver } from './trace.resolver.js';

@Module({ providers: [TraceReadModel, TraceResolver] })
export class TraceModule {}
