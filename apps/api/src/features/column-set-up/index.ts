export { ColumnSetUpModule } from './column-set-up.module.js';
