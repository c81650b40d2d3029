import { GoalEntity } from './goal.entity.js';
import { ObjectiveEntity } from './objective.entity.js';

export { GoalsModule } from './goals.module.js';
export { SERVED } from './cascade-sql.js';
export { GoalService } from './goal.service.js';
export { GoalsReadModel } from './goals.read-model.js';
export { ExperienceDomainEnum } from './goal.type.js';
export const goalEntities = [GoalEntity, ObjectiveEntity];
