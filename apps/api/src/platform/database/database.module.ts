import { type DynamicModule, Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { DataSource, DataSourceOptions } from 'typeorm';
import type { Config } from '../config/config.js';
import { createDataSource, type DatabaseUrls } from './database.js';
import { APP_DATABASE, DATABASE_URLS, WORKER_DATABASE } from './database.tokens.js';
import { Notifications } from './notifications.js';
import { UnitOfWork } from './unit-of-work.js';

@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(private readonly modules: ModuleRef) {}

  static forRoot(config: Config, urls: DatabaseUrls, entities: DataSourceOptions['entities']): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        { provide: DATABASE_URLS, useValue: urls },
        {
          provide: APP_DATABASE,
          useFactory: () => createDataSource(urls, 'app', entities, config.databasePool).initialize(),
        },
        {
          provide: WORKER_DATABASE,
          useFactory: () =>
            createDataSource(urls, 'worker', entities, Math.max(4, Math.ceil(config.databasePool / 2))).initialize(),
        },
        UnitOfWork,
        Notifications,
      ],
      exports: [APP_DATABASE, WORKER_DATABASE, DATABASE_URLS, UnitOfWork, Notifications],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    for (const token of [APP_DATABASE, WORKER_DATABASE]) {
      const database = this.modules.get<DataSource>(token, { strict: false });
      if (database.isInitialized) await database.destroy();
    }
  }
}
