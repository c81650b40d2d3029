import { Module } from '@nestjs/common';
import { ComparePeriodsReadModel } from './compare-periods.read-model.js';
import { ImportObservationsHandler } from './import-observations.handler.js';
import { LookAtObservationsService } from './look-at-observations.service.js';
import { SegmentLinesReadModel } from './segment-lines.read-model.js';
import { MetricSegmentsReadModel } from './metric-segments.read-model.js';
import { MetricSeriesReadModel } from './metric-series.read-model.js';
import { ObservationFileService } from './observation-file.service.js';
import { ObservationImportsReadModel } from './observation-imports.read-model.js';
import { ObservationFilesController } from './observation-files.controller.js';
import { ObservationRowsReadModel } from './observation-rows.read-model.js';
import { ObservationsResolver } from './observations.resolver.js';
import { RollupsService } from './rollups.service.js';
import { SavedMappingsService } from './saved-mappings.service.js';
import { SeriesResolver } from './series.resolver.js';
import { StartObservationImportService } from './start-observation-import.service.js';
import { UndoImportService } from './undo-import.service.js';

@Module({
  controllers: [ObservationFilesController],
  providers: [
    ComparePeriodsReadModel,
    ImportObservationsHandler,
    LookAtObservationsService,
    MetricSegmentsReadModel,
    SegmentLinesReadModel,
    MetricSeriesReadModel,
    ObservationFileService,
    ObservationImportsReadModel,
    ObservationRowsReadModel,
    ObservationsResolver,
    RollupsService,
    SavedMappingsService,
    SeriesResolver,
    StartObservationImportService,
    UndoImportService,
  ],
  exports: [
    MetricSeriesReadModel,
    ObservationFileService,
    ObservationImportsReadModel,
    RollupsService,
    SavedMappingsService,
  ],
})
export class ObservationsModule {}
