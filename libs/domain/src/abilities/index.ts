export * from './ability.js';
export * from './roles.js';
