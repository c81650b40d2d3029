import { Module } from '@nestjs/common';
import { BenefitService } from './benefit.service.js';
import { BenefitsReadModel } from './benefits.read-model.js';
import { BenefitsResolver } from './benefits.resolver.js';

@Module({
  providers: [BenefitsResolver, BenefitsReadModel, BenefitService],
  exports: [BenefitsReadModel, BenefitService],
})
export class BenefitsModule {}
