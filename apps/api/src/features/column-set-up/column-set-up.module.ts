import { Module } from '@nestjs/common';
import { JourneysModule } from '../journeys/index.js';
import { MetricsModule } from '../metrics/index.js';
import { OwnershipModule } from '../ownership/index.js';
import { TouchpointsModule } from '../touchpoints/index.js';
import { ColumnSetUpResolver } from './column-set-up.resolver.js';
import { ColumnSetUpService } from './column-set-up.service.js';

@Module({
  imports: [JourneysModule, MetricsModule, OwnershipModule, TouchpointsModule],
  providers: [ColumnSetUpResolver, ColumnSetUpService],
})
export class ColumnSetUpModule {}
