export { TraceLink } from './TraceLink.js';
