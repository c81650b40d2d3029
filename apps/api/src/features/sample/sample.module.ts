import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/index.js';
import { ModelsModule } from '../models/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { ResponsesModule } from '../responses/index.js';
import { SampleOrganisationService } from './sample-organisation.service.js';
import { SampleProgrammeService } from './sample-programme.service.js';
import { SampleWaveService } from './sample-wave.service.js';

@Module({
  imports: [AssessmentsModule, ModelsModule, OrganisationModule, ResponsesModule],
  providers: [SampleOrganisationService, SampleProgrammeService, SampleWaveService],
  exports: [SampleProgrammeService],
})
export class SampleModule {}
