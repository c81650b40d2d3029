export { ConcernsModule } from './concerns.module.js';
