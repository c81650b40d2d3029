import { Module } from '@nestjs/common';
import { AgreementService } from './agreement.service.js';
import { JudgementService } from './judgement.service.js';
import { RankingReadModel } from './ranking.read-model.js';
import { RankingResolver } from './ranking.resolver.js';
import { RankingRoundService } from './ranking-round.service.js';
import { TouchpointWeightService } from './touchpoint-weight.service.js';

const SERVICES = [RankingRoundService, JudgementService, AgreementService, TouchpointWeightService];

@Module({ providers: [RankingResolver, RankingReadModel, ...SERVICES], exports: [RankingReadModel, ...SERVICES] })
export class RankingModule {}
