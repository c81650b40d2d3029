export * from './maturity-model.js';
export * from './maturity-model.schema.js';
export * from './diff-maturity-models.js';
export { MODEL_PROBLEM_CODES, type ModelProblem, type ModelProblemCode, type ProblemParams } from './model-problem.js';
export { parseMaturityModel, serialiseMaturityModel, type ModelReading } from './parse-maturity-model.js';
export { MAX_SOURCE_BYTES } from './read-yaml.js';
