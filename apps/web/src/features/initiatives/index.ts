export { MyActions } from './MyActions.js';
