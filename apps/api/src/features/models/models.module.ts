import { Module } from '@nestjs/common';
import { ModelLibraryService } from './model-library.service.js';
import { ModelsReadModel } from './models.read-model.js';
import { ModelsResolver } from './models.resolver.js';
import { ShippedModelsService } from './shipped-models.service.js';

@Module({
  providers: [ModelsResolver, ModelsReadModel, ModelLibraryService, ShippedModelsService],
  exports: [ModelLibraryService, ShippedModelsService],
})
export class ModelsModule {}
