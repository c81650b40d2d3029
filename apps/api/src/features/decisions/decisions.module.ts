import { Module } from '@nestjs/common';
import { DecisionService } from './decision.service.js';
import { DecisionsReadModel } from './decisions.read-model.js';
import { DecisionsResolver } from './decisions.resolver.js';

@Module({ providers: [DecisionsResolver, DecisionsReadModel, DecisionService], exports: [DecisionService] })
export class DecisionsModule {}
