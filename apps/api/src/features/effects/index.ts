export { EffectsModule } from './effects.module.js';
export { EffectsReadModel } from './effects.read-model.js';
export { JudgeEffectsService } from './judge-effects.service.js';
