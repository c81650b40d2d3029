export { CHANNELS } from './touchpoint-words.js';
