import { Module } from '@nestjs/common';
import { InitiativesModule } from '../initiatives/index.js';
import { PainPointsModule } from '../pain-points/index.js';
import { AfterVerdict } from './after-verdict.js';
import { EffectService } from './effect.service.js';
import { EffectsReadModel } from './effects.read-model.js';
import { EffectsResolver } from './effects.resolver.js';
import { JudgeEffectsService } from './judge-effects.service.js';
import { TellOfVerdictHandler } from './tell-of-verdict.handler.js';

@Module({
  imports: [InitiativesModule, PainPointsModule],
  providers: [
    AfterVerdict,
    EffectsResolver,
    EffectsReadModel,
    EffectService,
    JudgeEffectsService,
    TellOfVerdictHandler,
  ],
  exports: [EffectService, EffectsReadModel, JudgeEffectsService],
})
export class EffectsModule {}
