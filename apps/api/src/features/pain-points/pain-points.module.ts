import { Module } from '@nestjs/common';
import { CausesService } from './causes.service.js';
import { PainPointService } from './pain-point.service.js';
import { PainPointsReadModel } from './pain-points.read-model.js';
import { PainPointsResolver } from './pain-points.resolver.js';

@Module({
  providers: [CausesService, PainPointService, PainPointsReadModel, PainPointsResolver],
  exports: [CausesService, PainPointService],
})
export class PainPointsModule {}
