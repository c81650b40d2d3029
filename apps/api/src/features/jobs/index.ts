export { JobPagesModule } from './job-pages.module.js';
export { JobType } from './job.type.js';
export { JobsReadModel } from './jobs.read-model.js';
