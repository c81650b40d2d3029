import { Module } from '@nestjs/common';
import { CausesService } from './causes.service.js';
import { GatherService } from './gather.service.js';
import { MergeService } from './merge.service.js';
import { PainPointService } from './pain-point.service.js';
import { PainPointsReadModel } from './pain-points.read-model.js';
import { PainPointsResolver } from './pain-points.resolver.js';

@Module({
  providers: [CausesService, GatherService, MergeService, PainPointService, PainPointsReadModel, PainPointsResolver],
  exports: [CausesService, GatherService, PainPointService],
})
export class PainPointsModule {}
