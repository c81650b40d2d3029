import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { TouchpointService } from './touchpoint.service.js';
import { TouchpointHistoryResolver } from './touchpoint-history.resolver.js';
import { TouchpointsFileController } from './touchpoints-file.controller.js';
import { TouchpointsReadModel } from './touchpoints.read-model.js';
import { TouchpointsResolver } from './touchpoints.resolver.js';

@Module({
  imports: [AuditModule],
  controllers: [TouchpointsFileController],
  providers: [TouchpointHistoryResolver, TouchpointService, TouchpointsReadModel, TouchpointsResolver],
  exports: [TouchpointService, TouchpointsReadModel],
})
export class TouchpointsModule {}
