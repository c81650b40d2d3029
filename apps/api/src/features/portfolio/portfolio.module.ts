import { Module } from '@nestjs/common';
import { PortfolioReadModel } from './portfolio.read-model.js';
import { PortfolioResolver } from './portfolio.resolver.js';

@Module({ providers: [PortfolioResolver, PortfolioReadModel] })
export class PortfolioModule {}
