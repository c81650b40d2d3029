export { checkDefinition } from './check-definition.js';
export {
  type BreakCause,
  changeOfDefinition,
  type Dated,
  type DefinitionChange,
  definitionOn,
} from './definition-versions.js';
export * from './formula/index.js';
export * from './metric-definition.js';
export * from './target-status.js';
