export { BenefitsModule } from './benefits.module.js';
export { BenefitsReadModel } from './benefits.read-model.js';
