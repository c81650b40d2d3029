export * from './findings.js';
export * from './ownership.js';
export * from './period.js';
export * from './reorganisation.js';
