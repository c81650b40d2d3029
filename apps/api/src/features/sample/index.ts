export { SampleModule } from './sample.module.js';
export { SAMPLE_LOGINS, type SampleLogin, SampleProgrammeService } from './sample-programme.service.js';
