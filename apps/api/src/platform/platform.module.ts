import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type { Logger } from 'pino';
import type { DataSourceOptions } from 'typeorm';
import { AuthModule } from './auth/auth.module.js';
import { PermissionGuard } from './authz/permission.guard.js';
import { ConfigModule } from './config/config.module.js';
import type { Config } from './config/config.js';
import { DatabaseModule } from './database/database.module.js';
import type { DatabaseUrls } from './database/database.js';
import { FilesModule } from './files/files.module.js';
import { graphqlModule } from './graphql/graphql.module.js';
import { LiveEndpoint } from './graphql/live-endpoint.js';
import { DateTimeScalar } from './graphql/scalars.js';
import { HealthController } from './http/health.controller.js';
import { RateLimits } from './http/rate-limits.js';
import { MailModule } from './mail/mail.module.js';
import { IdempotencyCleanUp } from './idempotency/idempotency-clean-up.js';
import { Idempotency } from './idempotency/idempotency.js';
import { JobsModule } from './jobs/jobs.module.js';
import type { WorkerTimings } from './jobs/job-worker.js';
import { LiveModule } from './live/live.module.js';
import { MetricsModule } from './metrics/metrics.module.js';
import type { Metrics } from './metrics/metrics.js';

export interface PlatformParts {
  readonly config: Config;
  readonly urls: DatabaseUrls;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly entities: DataSourceOptions['entities'];
  /** Where to write the schema made from the code; `true` keeps it in memory. */
  readonly schemaFile?: string;
  /** How jobs are claimed and reported, where it should differ from the usual: tests cannot wait half a minute. */
  readonly workerTimings?: Partial<WorkerTimings>;
}

/** Everything that knows no feature. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(parts: PlatformParts): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        ConfigModule.forRoot(parts.config, parts.logger),
        MetricsModule.forRoot(parts.metrics),
        DatabaseModule.forRoot(parts.config, parts.urls, parts.entities),
        AuthModule,
        MailModule,
        LiveModule,
        JobsModule.forRoot(parts.workerTimings),
        FilesModule,
        graphqlModule(parts.config, parts.logger, parts.schemaFile ?? true),
      ],
      controllers: [HealthController],
      providers: [
        DateTimeScalar,
        { provide: APP_GUARD, useClass: PermissionGuard },
        RateLimits,
        Idempotency,
        IdempotencyCleanUp,
        LiveEndpoint,
      ],
      exports: [RateLimits, Idempotency],
    };
  }
}
