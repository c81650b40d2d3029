export { BenefitService } from './benefit.service.js';
export { BenefitKindEnum } from './benefit.type.js';
export { BenefitsModule } from './benefits.module.js';
export { BenefitsReadModel } from './benefits.read-model.js';
