import { PainPointEntity } from './pain-point.entity.js';

export { PainPointsModule } from './pain-points.module.js';
export { PainPointService } from './pain-point.service.js';
export { PainPointInput } from './pain-point.input.js';
export { accountableTeam } from './pain-point-sql.js';
export const painPointEntities = [PainPointEntity];
