/** Says what the JSON Schema finds wrong in the words and positions of the file. */
import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import { MATURITY_MODEL_FORMAT, MATURITY_MODEL_SCHEMA } from './maturity-model.schema.js';
import { modelProblem, type ModelProblem, type ModelProblemCode, type ProblemParams } from './model-problem.js';
import { formatPath, type PathSegment, type SourceMap } from './read-yaml.js';

let compiled: ValidateFunction | null = null;

/** Compiled on first use: a page that only reads models does not pay for it. */
function validator(): ValidateFunction {
  compiled ??= new Ajv({ allErrors: true, jsonPointers: true, verbose: true }).compile(MATURITY_MODEL_SCHEMA);
  return compiled;
}

function segmentsOf(pointer: string, root: unknown): PathSegment[] {
  const segments: PathSegment[] = [];
  let current: unknown = root;
  for (const raw of pointer.split('/').slice(1)) {
    const segment = raw.replace(/~1/g, '/').replace(/~0/g, '~');
    segments.push(Array.isArray(current) ? Number(segment) : segment);
    current = (current as Record<string, unknown> | undefined)?.[segment];
  }
  return segments;
}

const TYPE_NAMES: Record<string, string> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping of keys and values',
};

/** Small edit distance: enough to tell a typing error from another word. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return Infinity;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substitution = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(previous[j]! + 1, current[j - 1]! + 1, substitution));
    }
    previous = current;
  }
  return previous[b.length]!;
}

function unknownKey(key: string, known: readonly string[]): [ModelProblemCode, ProblemParams] {
  const shown = key.slice(0, 64);
  const suggestion = known.find((candidate) => distance(shown.toLowerCase(), candidate.toLowerCase()) <= 2);
  return suggestion
    ? ['misspelt-key', { key: shown, suggestion }]
    : ['unknown-key', { key: shown, known: known.join(', ') }];
}

function shown(value: unknown): string {
  return (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 64);
}

interface SchemaLimits {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
}

function rangeRule(schema: SchemaLimits): string {
  const lower =
    schema.exclusiveMinimum !== undefined ? `above ${schema.exclusiveMinimum}` : `at least ${schema.minimum}`;
  return `${lower} and at most ${schema.maximum}`;
}

function describePattern(path: readonly PathSegment[], value: unknown): [ModelProblemCode, ProblemParams] {
  const key = path.at(-1);
  if (shown(value).trim() === '') return ['blank-text', {}];
  return path.length === 1 && key === 'version'
    ? ['bad-version', { value: shown(value) }]
    : ['bad-id', { value: shown(value) }];
}

function describe(error: ErrorObject, path: readonly PathSegment[]): [ModelProblemCode, ProblemParams] | null {
  // ajv gives each keyword parameters of its own shape; `verbose` adds the schema and the value.
  const params = error.params as Record<string, unknown>;
  const schema = error.parentSchema as Record<string, unknown>;
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownKey(String(params.additionalProperty), Object.keys((schema.properties ?? {}) as object));
    case 'required':
      return ['missing-key', { key: String(params.missingProperty) }];
    case 'type':
      return ['wrong-type', { expected: TYPE_NAMES[String(params.type)] ?? String(params.type) }];
    case 'enum':
      return [
        'not-allowed-value',
        { value: shown(error.data), allowed: (params.allowedValues as readonly unknown[]).join(', ') },
      ];
    case 'const':
      return ['unknown-format', { expected: MATURITY_MODEL_FORMAT }];
    case 'pattern':
      // The key of an answer set is reported by `propertyNames`, with the name it is about.
      return error.propertyName === undefined ? describePattern(path, error.data) : null;
    case 'propertyNames':
      return ['bad-id', { value: shown(params.propertyName) }];
    case 'maxLength':
      return ['text-too-long', { limit: Number(params.limit) }];
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
      return ['number-out-of-range', { rule: rangeRule(schema as SchemaLimits) }];
    case 'minItems':
      return ['too-few', { limit: Number(params.limit) }];
    case 'maxItems':
      return ['too-many', { limit: Number(params.limit) }];
    case 'uniqueItems':
      return ['not-unique', {}];
    default:
      return null;
  }
}

export function checkStructure(value: unknown, source: SourceMap): ModelProblem[] {
  const validate = validator();
  if (validate(value)) return [];
  const problems: ModelProblem[] = [];
  for (const error of validate.errors ?? []) {
    const path = segmentsOf(error.dataPath, value);
    const described = describe(error, path);
    if (!described) continue;
    const [code, params] = described;
    const params_ = error.params as Record<string, unknown>;
    const about = params_.additionalProperty ?? (error.keyword === 'propertyNames' ? params_.propertyName : undefined);
    const target = about === undefined ? path : [...path, String(about)];
    const position =
      about !== undefined || error.keyword === 'required' ? source.keyAt(target) : source.valueAt(target);
    problems.push(modelProblem(code, position, formatPath(target), params));
  }
  return problems;
}
