export { JourneyFilesModule } from './journey-files.module.js';
