import { Module } from '@nestjs/common';
import { PortfolioFileController } from './portfolio-file.controller.js';
import { PortfolioReadModel } from './portfolio.read-model.js';
import { PortfolioResolver } from './portfolio.resolver.js';

@Module({ controllers: [PortfolioFileController], providers: [PortfolioResolver, PortfolioReadModel] })
export class PortfolioModule {}
