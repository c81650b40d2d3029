export { markDays, markWhole, WHOLE } from './rollup-marks.js';
export { recomputeRollupsJob } from './rollup-marks.jobs.js';
