export { DecisionForm } from './DecisionForm.js';
export { DecisionsOf } from './DecisionsOf.js';
