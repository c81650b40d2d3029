export { TouchpointPulse } from './TouchpointPulse.js';
