import { Module } from '@nestjs/common';
import { PainPointsModule } from '../pain-points/index.js';
import { FeedbackFileController } from './feedback-file.controller.js';
import { FeedbackReadModel } from './feedback.read-model.js';
import { FeedbackResolver } from './feedback.resolver.js';
import { FeedbackService } from './feedback.service.js';
import { TriageService } from './triage.service.js';

@Module({
  imports: [PainPointsModule],
  controllers: [FeedbackFileController],
  providers: [FeedbackReadModel, FeedbackResolver, FeedbackService, TriageService],
  exports: [FeedbackReadModel, TriageService],
})
export class FeedbackModule {}
