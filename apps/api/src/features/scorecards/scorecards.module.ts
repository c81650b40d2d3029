import { Module } from '@nestjs/common';
import { JourneyHealthReadModel } from './journey-health.read-model.js';
import { ObjectiveStatusFileController } from './objective-status-file.controller.js';
import { ObjectiveStatusReadModel } from './objective-status.read-model.js';
import { ScorecardsReadModel } from './scorecards.read-model.js';
import { ScorecardsResolver } from './scorecards.resolver.js';

@Module({
  controllers: [ObjectiveStatusFileController],
  providers: [ScorecardsResolver, JourneyHealthReadModel, ScorecardsReadModel, ObjectiveStatusReadModel],
})
export class ScorecardsModule {}
