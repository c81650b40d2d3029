export { demandChoosable } from './demand.js';
export {
  ActionStateEnum,
  GatedStageEnum,
  HealthEnum,
  InitiativeStageEnum,
  LateKindEnum,
  LaunchOutcomeEnum,
  RiskStateEnum,
} from './initiative.enums.js';
export * as portfolioSql from './portfolio-sql.js';
export { InitiativeService } from './initiative.service.js';
export { InitiativeStageService } from './initiative-stage.service.js';
export { Problems } from './initiative-values.js';
export { InitiativesModule } from './initiatives.module.js';
export { PlanService } from './plan.service.js';
export { InitiativesReadModel } from './initiatives.read-model.js';
export { LaunchSeals, type PreparedSeal } from './launch-seals.js';
export { lockedInitiative } from './locked-initiative.js';
export { LATEST_REPORT, REPORT_DUE_AT } from './initiative-sql.js';
