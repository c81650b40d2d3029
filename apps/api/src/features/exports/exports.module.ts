import { Module } from '@nestjs/common';
import { JobPagesModule } from '../jobs/index.js';
import { ResultsModule } from '../results/index.js';
import { ExportAssessmentHandler } from './export-assessment.handler.js';
import { ExportsResolver } from './exports.resolver.js';
import { StartExportService } from './start-export.service.js';

@Module({
  imports: [JobPagesModule, ResultsModule],
  providers: [ExportAssessmentHandler, ExportsResolver, StartExportService],
  exports: [StartExportService],
})
export class ExportsModule {}
