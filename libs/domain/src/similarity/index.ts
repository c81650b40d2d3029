export * from './shingles.js';
export * from './similarity-keys.js';
export * from './language-of.js';
