import { Module } from '@nestjs/common';
import { GoalService } from './goal.service.js';
import { GoalsReadModel } from './goals.read-model.js';
import { GoalsResolver } from './goals.resolver.js';

@Module({ providers: [GoalsResolver, GoalsReadModel, GoalService], exports: [GoalService, GoalsReadModel] })
export class GoalsModule {}
