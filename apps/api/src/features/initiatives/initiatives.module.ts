import { Module } from '@nestjs/common';
import { InitiativeService } from './initiative.service.js';
import { InitiativeStageService } from './initiative-stage.service.js';
import { InitiativesReadModel } from './initiatives.read-model.js';
import { InitiativesResolver } from './initiatives.resolver.js';
import { LaunchSeals } from './launch-seals.js';
import { PlanResolver } from './plan.resolver.js';
import { PlanService } from './plan.service.js';

@Module({
  providers: [
    InitiativesResolver,
    PlanResolver,
    InitiativesReadModel,
    InitiativeService,
    InitiativeStageService,
    LaunchSeals,
    PlanService,
  ],
  exports: [InitiativesReadModel, InitiativeService, InitiativeStageService, LaunchSeals, PlanService],
})
export class InitiativesModule {}
