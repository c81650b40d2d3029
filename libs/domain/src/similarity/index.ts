export * from './shingles.js';
export * from './similarity-keys.js';
