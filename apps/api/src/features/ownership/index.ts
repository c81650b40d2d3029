import { OwnershipEntity } from './ownership.entity.js';

export { AccountabilityReadModel } from './accountability.read-model.js';
export { answerFromToday } from './answer-from-today.js';
export { OwnershipModule } from './ownership.module.js';
export { OwnershipService } from './ownership.service.js';
export { ReorganisationService } from './reorganisation.service.js';
export { OwnershipEntity };
export const ownershipEntities = [OwnershipEntity];
