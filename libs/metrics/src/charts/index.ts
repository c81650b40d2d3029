// What the control charts of counts have in common.
export * from './attribute-counts.js';
