import { JourneyEntity } from './journey.entity.js';
import { JourneyStageEntity } from './journey-stage.entity.js';
import { PlacementEntity } from './placement.entity.js';

export { JourneysModule } from './journeys.module.js';
export { CellService } from './cell.service.js';
export { FutureStateService } from './future-state.service.js';
export { JourneyChanges } from './journey-changes.js';
export { JourneyMapType } from './journey.type.js';
export { FactorEnum, JourneyStateEnum, LifecycleEnum } from './journey.enums.js';
export { lockAtlas } from './journey-place.js';
export { nameOnce } from './journey.service.js';
export { actorOf, holdJourney } from './open-map.js';
export { JourneyMapReadModel } from './journey-map.read-model.js';
export { JourneyService } from './journey.service.js';
export { StageService } from './stage.service.js';
export { PlacementService } from './placement.service.js';
export { JourneyEntity, journeyEntities };

const journeyEntities = [JourneyEntity, JourneyStageEntity, PlacementEntity];
