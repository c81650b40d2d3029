export { DecisionStateEnum, VerdictOnDecisionEnum } from './decision.type.js';
export { DecisionService } from './decision.service.js';
export { DecisionsModule } from './decisions.module.js';
