export { PainPointField, PainPointsField } from './PainPointFields.js';
export { TouchpointField, TouchpointFilter, TouchpointsField } from './TouchpointFields.js';
export { usePersonaChoices } from './use-persona-choices.js';
