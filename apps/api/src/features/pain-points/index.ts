import { PainPointEntity } from './pain-point.entity.js';

export { PainPointsModule } from './pain-points.module.js';
export { CausesService } from './causes.service.js';
export { GatherService } from './gather.service.js';
export { PainPointKindEnum, PainPointStateEnum } from './pain-point.enums.js';
export { PainPointService } from './pain-point.service.js';
export { PainPointInput } from './pain-point.input.js';
export { accountableTeam } from './pain-point-sql.js';
export const painPointEntities = [PainPointEntity];
