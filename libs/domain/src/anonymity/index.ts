export * from './comment-release.js';
export * from './differencing.js';
export * from './suppression.js';
