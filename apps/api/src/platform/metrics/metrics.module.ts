import { type DynamicModule, Global, Module } from '@nestjs/common';
import { METRICS, type Metrics } from './metrics.js';

/** What every part may count into. */
@Global()
@Module({})
export class MetricsModule {
  static forRoot(metrics: Metrics): DynamicModule {
    return { module: MetricsModule, providers: [{ provide: METRICS, useValue: metrics }], exports: [METRICS] };
  }
}
