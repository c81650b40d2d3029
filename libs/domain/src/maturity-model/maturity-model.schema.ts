/**
 * The file format `touchstone/maturity-model@1` as a JSON Schema (draft 7), and the type of what it admits.
 * `models/maturity-model.schema.json` is the same schema for editors; a test keeps the two equal. What a schema cannot
 * say (references, cycles, completeness) is checked in `check-meaning.ts`.
 */
import type { ItemType, ScoringMethod } from './maturity-model.js';

export const MATURITY_MODEL_FORMAT = 'touchstone/maturity-model@1';

const id = { type: 'string', pattern: '^[a-z][a-z0-9-]{0,63}$' } as const;
const weight = {
  type: 'number',
  exclusiveMinimum: 0,
  maximum: 1_000_000,
  description: 'How much this counts beside its neighbours; only the proportions matter. 1 when left out.',
} as const;
const text = {
  type: 'object',
  description: 'The text in every locale that the model declares.',
  additionalProperties: { type: 'string', pattern: '\\S', maxLength: 2000 },
} as const;
const levelValue = { type: 'integer', minimum: 0, maximum: 7 } as const;
const notApplicable = {
  type: 'boolean',
  description: 'Whether “not applicable” may be answered. Inherited by what lies below; false when never said.',
} as const;
const options = {
  type: 'array',
  minItems: 2,
  maxItems: 20,
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['value', 'label'],
    properties: { value: { type: 'number', minimum: -1_000_000, maximum: 1_000_000 }, label: text },
  },
} as const;

const level = {
  type: 'object',
  additionalProperties: false,
  required: ['value', 'id', 'name', 'description'],
  properties: { value: levelValue, id, name: text, description: text },
} as const;

const item = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'type', 'text'],
  properties: {
    id,
    type: { enum: ['level', 'likert', 'yes-no-partial', 'percentage', 'choice', 'text'] },
    text,
    weight,
    notApplicable,
    answers: { ...id, description: 'The name of an answer set.' },
    options,
    level: { ...levelValue, description: 'The level that this question belongs to.' },
    stream: { ...id, description: 'The stream of the practice that this question belongs to.' },
  },
} as const;

const practice = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'name', 'description', 'descriptors'],
  properties: {
    id,
    name: text,
    description: text,
    weight,
    notApplicable,
    prerequisites: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['practice', 'level'],
        properties: { practice: id, level: levelValue },
      },
    },
    descriptors: {
      type: 'object',
      description: 'One observable fact per level, by level value.',
      additionalProperties: text,
    },
    streams: {
      type: 'array',
      minItems: 1,
      items: { type: 'object', additionalProperties: false, required: ['id', 'name'], properties: { id, name: text } },
    },
    items: {
      type: 'array',
      minItems: 1,
      items: item,
      description: 'When left out, the practice is answered by choosing its level.',
    },
  },
} as const;

const dimension = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'name', 'description', 'practices'],
  properties: {
    id,
    name: text,
    description: text,
    weight,
    notApplicable,
    practices: { type: 'array', minItems: 1, items: practice },
  },
} as const;

export const MATURITY_MODEL_SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Maturity model',
  type: 'object',
  additionalProperties: false,
  required: ['format', 'id', 'version', 'licence', 'locales', 'name', 'description', 'levels', 'scoring', 'dimensions'],
  properties: {
    format: { const: MATURITY_MODEL_FORMAT },
    id,
    version: {
      type: 'string',
      pattern: '^(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})(-[0-9A-Za-z.-]{1,64})?$',
    },
    licence: {
      type: 'string',
      pattern: '\\S',
      maxLength: 200,
      description: 'An SPDX identifier, or the terms in words.',
    },
    locales: { type: 'array', minItems: 1, maxItems: 20, uniqueItems: true, items: { type: 'string' } },
    name: text,
    description: text,
    notApplicable,
    levels: { type: 'array', minItems: 2, maxItems: 7, items: level },
    scoring: {
      type: 'object',
      additionalProperties: false,
      required: ['method'],
      properties: {
        method: { enum: ['continuous', 'staged', 'stream-sums'] },
        satisfaction: { type: 'number', exclusiveMinimum: 0, maximum: 1 },
      },
    },
    answerSets: { type: 'object', propertyNames: id, additionalProperties: options },
    dimensions: { type: 'array', minItems: 1, items: dimension },
  },
} as const;

type FileText = Record<string, string>;

export interface FileOption {
  value: number;
  label: FileText;
}

export interface FileItem {
  id: string;
  type: ItemType;
  text: FileText;
  weight?: number;
  notApplicable?: boolean;
  answers?: string;
  options?: FileOption[];
  level?: number;
  stream?: string;
}

export interface FilePractice {
  id: string;
  name: FileText;
  description: FileText;
  weight?: number;
  notApplicable?: boolean;
  prerequisites?: { practice: string; level: number }[];
  descriptors: Record<string, FileText>;
  streams?: { id: string; name: FileText }[];
  items?: FileItem[];
}

export interface FileDimension {
  id: string;
  name: FileText;
  description: FileText;
  weight?: number;
  notApplicable?: boolean;
  practices: FilePractice[];
}

export interface MaturityModelFile {
  format: typeof MATURITY_MODEL_FORMAT;
  id: string;
  version: string;
  licence: string;
  locales: string[];
  name: FileText;
  description: FileText;
  notApplicable?: boolean;
  levels: { value: number; id: string; name: FileText; description: FileText }[];
  scoring: { method: ScoringMethod; satisfaction?: number };
  answerSets?: Record<string, FileOption[]>;
  dimensions: FileDimension[];
}
