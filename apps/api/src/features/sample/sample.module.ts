import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/index.js';
import { BenefitsModule } from '../benefits/index.js';
import { DecisionsModule } from '../decisions/index.js';
import { EcosystemModule } from '../ecosystem/index.js';
import { EffectsModule } from '../effects/index.js';
import { FeedbackModule } from '../feedback/index.js';
import { GoalsModule } from '../goals/index.js';
import { InitiativesModule } from '../initiatives/index.js';
import { JourneysModule } from '../journeys/index.js';
import { MetricsModule } from '../metrics/index.js';
import { ModelsModule } from '../models/index.js';
import { ObservationsModule } from '../observations/index.js';
import { OpportunitiesModule } from '../opportunities/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { OwnershipModule } from '../ownership/index.js';
import { PersonasModule } from '../personas/index.js';
import { PainPointsModule } from '../pain-points/index.js';
import { RankingModule } from '../ranking/index.js';
import { ResponsesModule } from '../responses/index.js';
import { TouchpointsModule } from '../touchpoints/index.js';
import { SampleBenefitsService } from './sample-benefits.service.js';
import { SampleDecisionsService } from './sample-decisions.service.js';
import { SampleEffectsService } from './sample-effects.service.js';
import { SampleFeedbackService } from './sample-feedback.service.js';
import { SampleGoalsService } from './sample-goals.service.js';
import { SampleImprovementService } from './sample-improvement.service.js';
import { SampleInitiativesService } from './sample-initiatives.service.js';
import { SampleJourneysService } from './sample-journeys.service.js';
import { SampleObservationsService } from './sample-observations.service.js';
import { SampleOpportunitiesService } from './sample-opportunities.service.js';
import { SampleOrganisationService } from './sample-organisation.service.js';
import { SamplePainPointsService } from './sample-pain-points.service.js';
import { SampleProgrammeService } from './sample-programme.service.js';
import { SampleRankingService } from './sample-ranking.service.js';
import { SampleTouchpointsService } from './sample-touchpoints.service.js';
import { SampleWaveService } from './sample-wave.service.js';

@Module({
  imports: [
    AssessmentsModule,
    BenefitsModule,
    DecisionsModule,
    EcosystemModule,
    EffectsModule,
    FeedbackModule,
    GoalsModule,
    InitiativesModule,
    JourneysModule,
    MetricsModule,
    ModelsModule,
    ObservationsModule,
    OpportunitiesModule,
    OrganisationModule,
    OwnershipModule,
    PersonasModule,
    PainPointsModule,
    RankingModule,
    ResponsesModule,
    TouchpointsModule,
  ],
  providers: [
    SampleBenefitsService,
    SampleDecisionsService,
    SampleEffectsService,
    SampleFeedbackService,
    SampleGoalsService,
    SampleImprovementService,
    SampleInitiativesService,
    SampleJourneysService,
    SampleObservationsService,
    SampleOpportunitiesService,
    SampleOrganisationService,
    SamplePainPointsService,
    SampleProgrammeService,
    SampleRankingService,
    SampleTouchpointsService,
    SampleWaveService,
  ],
  exports: [SampleProgrammeService],
})
export class SampleModule {}
