import { ModelVersionEntity } from './model-version.entity.js';

export { ModelsModule } from './models.module.js';
export { ModelLibraryService } from './model-library.service.js';
export { ShippedModelsService } from './shipped-models.service.js';
export { ModelDimensionType, ModelLevelType, ModelVersionType } from './model.type.js';
export { presentVersion, type VersionRow } from './models.read-model.js';
export { PublishedModels } from './published-models.js';
export { presentDimensions } from './present-model.js';
export { ModelVersionEntity };
export const modelEntities = [ModelVersionEntity];
