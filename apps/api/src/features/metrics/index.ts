import { ControlBaselineEntity } from './control-baseline.entity.js';
import { MetricAnnotationEntity } from './metric-annotation.entity.js';
import { MetricEntity } from './metric.entity.js';
import { MetricTargetEntity } from './metric-target.entity.js';
import { MetricVersionEntity } from './metric-version.entity.js';

export { MetricsModule } from './metrics.module.js';
export { DefineMetricService } from './define-metric.service.js';
export { MetricConflictService } from './metric-conflict.service.js';
export { MetricLinkService } from './metric-link.service.js';
export { MetricNotesService } from './metric-notes.service.js';
export { MetricService } from './metric.service.js';
export { MetricTargetService } from './metric-target.service.js';
export { MetricsReadModel } from './metrics.read-model.js';
export {
  AggregationEnum,
  BreakCauseEnum,
  DirectionEnum,
  LinkKindEnum,
  MetricCategoryEnum,
  MetricClassEnum,
} from './metric.enums.js';
export { MetricDefinitionInput, type MetricInput } from './metric.input.js';
export { CURRENT_VERSION } from './metric-sql.js';
export { peopleBehind } from './people-behind.sql.js';
export { MetricEntity, MetricVersionEntity };
export const metricEntities = [
  MetricEntity,
  MetricVersionEntity,
  MetricTargetEntity,
  MetricAnnotationEntity,
  ControlBaselineEntity,
];
