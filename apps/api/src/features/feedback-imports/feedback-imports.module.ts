import { Module } from '@nestjs/common';
import { ObservationsModule } from '../observations/index.js';
import { FeedbackFileService } from './feedback-file.service.js';
import { FeedbackImportFilesController } from './feedback-import-files.controller.js';
import { FeedbackImportsReadModel } from './feedback-imports.read-model.js';
import { FeedbackImportsResolver } from './feedback-imports.resolver.js';
import { ImportFeedbackHandler } from './import-feedback.handler.js';
import { LookAtFeedbackService } from './look-at-feedback.service.js';
import { StartFeedbackImportService } from './start-feedback-import.service.js';
import { UndoFeedbackImportService } from './undo-feedback-import.service.js';

@Module({
  imports: [ObservationsModule],
  controllers: [FeedbackImportFilesController],
  providers: [
    FeedbackFileService,
    FeedbackImportsReadModel,
    FeedbackImportsResolver,
    ImportFeedbackHandler,
    LookAtFeedbackService,
    StartFeedbackImportService,
    UndoFeedbackImportService,
  ],
  exports: [FeedbackFileService, FeedbackImportsReadModel],
})
export class FeedbackImportsModule {}
