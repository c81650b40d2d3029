import { Module } from '@nestjs/common';
import { EcosystemReadModel } from './ecosystem.read-model.js';
import { EcosystemResolver } from './ecosystem.resolver.js';
import { PortfolioReadModel } from './portfolio.read-model.js';
import { PortfolioService } from './portfolio.service.js';

@Module({
  providers: [EcosystemResolver, EcosystemReadModel, PortfolioReadModel, PortfolioService],
  exports: [PortfolioService],
})
export class EcosystemModule {}
