import { Module } from '@nestjs/common';
import { TouchpointsModule } from '../touchpoints/index.js';
import { AtlasChoicesReadModel } from './atlas-choices.read-model.js';
import { AtlasChoicesResolver } from './atlas-choices.resolver.js';
import { AtlasChoicesService } from './atlas-choices.service.js';
import { CellService } from './cell.service.js';
import { DrawnMaps } from './drawn-maps.js';
import { FutureStateService } from './future-state.service.js';
import { JourneyChangedResolver } from './journey-changed.resolver.js';
import { JourneyChanges } from './journey-changes.js';
import { JourneyPresenceResolver } from './journey-presence.resolver.js';
import { JourneyMapReadModel } from './journey-map.read-model.js';
import { JourneyMapResolver } from './journey-map.resolver.js';
import { JourneyService } from './journey.service.js';
import { JourneysReadModel } from './journeys.read-model.js';
import { JourneysResolver } from './journeys.resolver.js';
import { MapPresence } from './map-presence.js';
import { PlacementService } from './placement.service.js';
import { PlacementsResolver } from './placements.resolver.js';
import { StageService } from './stage.service.js';

@Module({
  imports: [TouchpointsModule],
  providers: [
    JourneysResolver,
    JourneysReadModel,
    JourneyService,
    FutureStateService,
    JourneyMapResolver,
    JourneyMapReadModel,
    DrawnMaps,
    StageService,
    CellService,
    PlacementsResolver,
    PlacementService,
    AtlasChoicesResolver,
    AtlasChoicesReadModel,
    AtlasChoicesService,
    JourneyChangedResolver,
    JourneyChanges,
    JourneyPresenceResolver,
    MapPresence,
  ],
  exports: [
    StageService,
    JourneyService,
    FutureStateService,
    JourneyMapReadModel,
    CellService,
    PlacementService,
    JourneyChanges,
  ],
})
export class JourneysModule {}
