export * from './journey-document.js';
export * from './journey-file-problem.js';
export * from './journey-file-words.js';
export * from './journey-sheets.js';
export * from './read-journey-sheets.js';
