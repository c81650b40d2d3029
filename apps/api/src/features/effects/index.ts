export { EffectService } from './effect.service.js';
export { EffectDirectionEnum, EffectGrainEnum, EffectMethodEnum, EffectVerdictEnum } from './effect.enums.js';
export { EffectsModule } from './effects.module.js';
export { EffectsReadModel } from './effects.read-model.js';
export { JudgeEffectsService } from './judge-effects.service.js';
