import { Module } from '@nestjs/common';
import { ModelLibraryService } from './model-library.service.js';
import { ModelsReadModel } from './models.read-model.js';
import { PublishedModels } from './published-models.js';
import { ModelsResolver } from './models.resolver.js';
import { ShippedModelsService } from './shipped-models.service.js';

@Module({
  providers: [ModelsResolver, ModelsReadModel, ModelLibraryService, PublishedModels, ShippedModelsService],
  exports: [ModelLibraryService, PublishedModels, ShippedModelsService],
})
export class ModelsModule {}
