export * from './control-limits.js';
export * from './control-point.js';
export * from './evaluate-control.js';
export * from './signal-rule.js';
