import { type DynamicModule, Module } from '@nestjs/common';
import { AlertsModule } from './features/alerts/index.js';
import { AssessmentsModule } from './features/assessments/index.js';
import { AuditModule } from './features/audit/index.js';
import { BenefitsModule } from './features/benefits/index.js';
import { ConcernsModule } from './features/concerns/index.js';
import { DecisionsModule } from './features/decisions/index.js';
import { EcosystemModule } from './features/ecosystem/index.js';
import { EffectsModule } from './features/effects/index.js';
import { ExportsModule } from './features/exports/index.js';
import { FeedbackImportsModule } from './features/feedback-imports/index.js';
import { FeedbackModule } from './features/feedback/index.js';
import { GoalsModule } from './features/goals/index.js';
import { IdentityModule } from './features/identity/index.js';
import { ColumnSetUpModule } from './features/column-set-up/index.js';
import { InitiativesModule } from './features/initiatives/index.js';
import { ImportsModule } from './features/imports/index.js';
import { JobPagesModule } from './features/jobs/index.js';
import { MetricsModule } from './features/metrics/index.js';
import { JourneyFilesModule } from './features/journey-files/index.js';
import { JourneysModule } from './features/journeys/index.js';
import { ModelsModule } from './features/models/index.js';
import { ObservationsModule } from './features/observations/index.js';
import { OpportunitiesModule } from './features/opportunities/index.js';
import { OrganisationModule } from './features/organisation/index.js';
import { OwnershipModule } from './features/ownership/index.js';
import { PersonasModule } from './features/personas/index.js';
import { PainPointsModule } from './features/pain-points/index.js';
import { PortfolioModule } from './features/portfolio/index.js';
import { RankingModule } from './features/ranking/index.js';
import { ResponsesModule } from './features/responses/index.js';
import { ResultsModule } from './features/results/index.js';
import { SampleModule } from './features/sample/index.js';
import { SavedViewsModule } from './features/saved-views/index.js';
import { ScorecardsModule } from './features/scorecards/index.js';
import { TouchpointsModule } from './features/touchpoints/index.js';
import { TraceModule } from './features/trace/index.js';
import { WorkModule } from './features/work/index.js';
import { PlatformModule, type PlatformParts } from './platform/platform.module.js';
import { entities } from './entities.js';

/** The whole application: the platform and every feature. */
@Module({})
export class AppModule {
  static forRoot(parts: Omit<PlatformParts, 'entities'>): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot({ ...parts, entities }),
        IdentityModule,
        OrganisationModule,
        AuditModule,
        JobPagesModule,
        ModelsModule,
        AssessmentsModule,
        ResponsesModule,
        ResultsModule,
        ImportsModule,
        ObservationsModule,
        AlertsModule,
        WorkModule,
        ConcernsModule,
        ColumnSetUpModule,
        ExportsModule,
        TouchpointsModule,
        OwnershipModule,
        MetricsModule,
        GoalsModule,
        JourneysModule,
        PersonasModule,
        SavedViewsModule,
        ScorecardsModule,
        EcosystemModule,
        JourneyFilesModule,
        PainPointsModule,
        FeedbackModule,
        FeedbackImportsModule,
        OpportunitiesModule,
        InitiativesModule,
        DecisionsModule,
        RankingModule,
        EffectsModule,
        BenefitsModule,
        PortfolioModule,
        TraceModule,
        SampleModule,
      ],
    };
  }
}
