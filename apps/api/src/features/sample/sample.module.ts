import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/index.js';
import { EcosystemModule } from '../ecosystem/index.js';
import { GoalsModule } from '../goals/index.js';
import { JourneysModule } from '../journeys/index.js';
import { MetricsModule } from '../metrics/index.js';
import { ModelsModule } from '../models/index.js';
import { ObservationsModule } from '../observations/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { OwnershipModule } from '../ownership/index.js';
import { PersonasModule } from '../personas/index.js';
import { ResponsesModule } from '../responses/index.js';
import { TouchpointsModule } from '../touchpoints/index.js';
import { SampleGoalsService } from './sample-goals.service.js';
import { SampleJourneysService } from './sample-journeys.service.js';
import { SampleObservationsService } from './sample-observations.service.js';
import { SampleOrganisationService } from './sample-organisation.service.js';
import { SampleProgrammeService } from './sample-programme.service.js';
import { SampleTouchpointsService } from './sample-touchpoints.service.js';
import { SampleWaveService } from './sample-wave.service.js';

@Module({
  imports: [
    AssessmentsModule,
    EcosystemModule,
    GoalsModule,
    JourneysModule,
    MetricsModule,
    ModelsModule,
    ObservationsModule,
    OrganisationModule,
    OwnershipModule,
    PersonasModule,
    ResponsesModule,
    TouchpointsModule,
  ],
  providers: [
    SampleGoalsService,
    SampleJourneysService,
    SampleObservationsService,
    SampleOrganisationService,
    SampleProgrammeService,
    SampleTouchpointsService,
    SampleWaveService,
  ],
  exports: [SampleProgrammeService],
})
export class SampleModule {}
