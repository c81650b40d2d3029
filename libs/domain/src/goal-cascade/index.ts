export * from './goal-cascade.js';
