import { Module } from '@nestjs/common';
import { TouchpointService } from './touchpoint.service.js';
import { TouchpointsFileController } from './touchpoints-file.controller.js';
import { TouchpointsReadModel } from './touchpoints.read-model.js';
import { TouchpointsResolver } from './touchpoints.resolver.js';

@Module({
  controllers: [TouchpointsFileController],
  providers: [TouchpointService, TouchpointsReadModel, TouchpointsResolver],
  exports: [TouchpointService, TouchpointsReadModel],
})
export class TouchpointsModule {}
