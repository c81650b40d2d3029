export { AgreementService } from './agreement.service.js';
export { JudgementService } from './judgement.service.js';
export { RankingModule } from './ranking.module.js';
export { RankingRoundService } from './ranking-round.service.js';
export { TouchpointWeightService } from './touchpoint-weight.service.js';
