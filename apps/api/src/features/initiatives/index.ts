export { demandChoosable } from './demand.js';
export { GatedStageEnum, InitiativeStageEnum } from './initiative.enums.js';
export { InitiativeService } from './initiative.service.js';
export { InitiativeStageService } from './initiative-stage.service.js';
export { Problems } from './initiative-values.js';
export { InitiativesModule } from './initiatives.module.js';
export { InitiativesReadModel } from './initiatives.read-model.js';
export { LaunchSeals, type PreparedSeal } from './launch-seals.js';
export { lockedInitiative } from './locked-initiative.js';
