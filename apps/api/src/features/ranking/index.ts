export { AgreementService } from './agreement.service.js';
export { JudgementService } from './judgement.service.js';
export { RankingModule } from './ranking.module.js';
export { RankingReadModel } from './ranking.read-model.js';
export { RankingRoundService } from './ranking-round.service.js';
export { RankingStateEnum } from './ranking.type.js';
export { TouchpointWeightService } from './touchpoint-weight.service.js';
