import { Module } from '@nestjs/common';
import { JourneysModule } from '../journeys/index.js';
import { TouchpointsModule } from '../touchpoints/index.js';
import { ImportJourneyService } from './import-journey.service.js';
import { JourneyDocumentReadModel } from './journey-document.read-model.js';
import { JourneyFileController } from './journey-file.controller.js';
import { JourneyFilesResolver } from './journey-files.resolver.js';
import { LookAtJourneyFileService } from './look-at-journey-file.service.js';

/** Maps as files: out of the atlas and into it. */
@Module({
  imports: [JourneysModule, TouchpointsModule],
  controllers: [JourneyFileController],
  providers: [JourneyFilesResolver, LookAtJourneyFileService, ImportJourneyService, JourneyDocumentReadModel],
})
export class JourneyFilesModule {}
