import { Module } from '@nestjs/common';
import { ResponsesModule } from '../responses/index.js';
import { ImportAnswersHandler } from './import-answers.handler.js';
import { ImportFileService } from './import-file.service.js';
import { ImportsReadModel } from './imports.read-model.js';
import { ImportsResolver } from './imports.resolver.js';
import { LookAtTableService } from './look-at-table.service.js';
import { ImportFilesController } from './import-files.controller.js';
import { StartImportService } from './start-import.service.js';

@Module({
  imports: [ResponsesModule],
  controllers: [ImportFilesController],
  providers: [
    ImportAnswersHandler,
    ImportFileService,
    ImportsReadModel,
    ImportsResolver,
    LookAtTableService,
    StartImportService,
  ],
  exports: [ImportFileService, ImportsReadModel],
})
export class ImportsModule {}
