import { ProductEntity } from './product.entity.js';

export { EcosystemModule } from './ecosystem.module.js';
export { PortfolioService } from './portfolio.service.js';
export const ecosystemEntities = [ProductEntity];
