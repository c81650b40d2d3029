import { Module } from '@nestjs/common';
import { TouchpointsModule } from '../touchpoints/index.js';
import { AccountabilityFileController } from './accountability-file.controller.js';
import { AccountabilityReadModel } from './accountability.read-model.js';
import { AccountabilityResolver } from './accountability.resolver.js';
import { OwnershipResolver } from './ownership.resolver.js';
import { OwnershipService } from './ownership.service.js';
import { ReorganisationService } from './reorganisation.service.js';

@Module({
  imports: [TouchpointsModule],
  controllers: [AccountabilityFileController],
  providers: [
    AccountabilityReadModel,
    AccountabilityResolver,
    OwnershipResolver,
    OwnershipService,
    ReorganisationService,
  ],
  exports: [AccountabilityReadModel, OwnershipService, ReorganisationService],
})
export class OwnershipModule {}
