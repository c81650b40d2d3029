import { Module } from '@nestjs/common';
import { WorkReadModel } from './work.read-model.js';
import { WorkResolver } from './work.resolver.js';

@Module({ providers: [WorkResolver, WorkReadModel] })
export class WorkModule {}
