export { MyActions } from './MyActions.js';
export type { InitiativesSearch } from './routes.js';
