import { Module } from '@nestjs/common';
import { ControlBaselineService } from './control-baseline.service.js';
import { ControlResolver } from './control.resolver.js';
import { DefineMetricService } from './define-metric.service.js';
import { MetricConflictService } from './metric-conflict.service.js';
import { MetricConflictsResolver } from './metric-conflicts.resolver.js';
import { MetricHistoryReadModel } from './metric-history.read-model.js';
import { MetricHistoryResolver } from './metric-history.resolver.js';
import { MetricLinkService } from './metric-link.service.js';
import { MetricNotesService } from './metric-notes.service.js';
import { MetricPartsResolver } from './metric-parts.resolver.js';
import { MetricService } from './metric.service.js';
import { MetricTargetService } from './metric-target.service.js';
import { MetricsReadModel } from './metrics.read-model.js';
import { MetricsResolver } from './metrics.resolver.js';

@Module({
  providers: [
    MetricsResolver,
    MetricPartsResolver,
    MetricConflictsResolver,
    MetricConflictService,
    ControlResolver,
    MetricHistoryResolver,
    MetricHistoryReadModel,
    ControlBaselineService,
    MetricsReadModel,
    MetricService,
    DefineMetricService,
    MetricTargetService,
    MetricLinkService,
    MetricNotesService,
  ],
  exports: [
    MetricConflictService,
    MetricsReadModel,
    MetricService,
    DefineMetricService,
    MetricTargetService,
    MetricLinkService,
    MetricNotesService,
  ],
})
export class MetricsModule {}
