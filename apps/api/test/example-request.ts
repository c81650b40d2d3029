import {
  getNamedType,
  type GraphQLField,
  type GraphQLInputType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { v7 as uuidv7, validate as uuidValidate } from 'uuid';
import type { OperationKind } from './declared-operations.js';

export interface ExampleRequest {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

const DAY_MS = 86_400_000;

/** Values that pass the checks of form, by type and name, so that a request gets as far as looking for its objects. */
const TEXTS: Readonly<Record<string, string>> = {
  email: 'somebody@example.org',
  timeZone: 'UTC',
  locale: 'en',
  locales: 'en',
  password: 'a matrix of passwords',
  newPassword: 'a matrix of passwords',
  currentPassword: 'not the password',
};
const NUMBERS: Readonly<Record<string, number>> = { first: 10, minimumGroupSize: 5, expectedSize: 5 };

/** Some lists name several objects or are refused before anything is looked for. */
const NOBODY_HAS = [uuidv7(), uuidv7()];

/** Counted from one moment, so that periods that touch do not overlap by the time it takes to write them down. */
const NOW = Date.now();
const dayAfter = (days: number): string => new Date(NOW + days * DAY_MS).toISOString();

/** What some operations are told, where their arguments must fit together before anything is looked for. */
const FITTING: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  closeAlert: { reason: 'PAIN_POINT' },
  compareMetricPeriods: {
    period: { from: dayAfter(30), to: dayAfter(60) },
    reference: { from: dayAfter(0), to: dayAfter(30) },
  },
};

function exampleOf(type: GraphQLInputType, name: string, id: string): unknown {
  if (isNonNullType(type)) return exampleOf(type.ofType, name, id);
  if (isListType(type)) {
    const example = exampleOf(type.ofType, name, id);
    return getNamedType(type).name === 'ID' && uuidValidate(id) ? [example, ...NOBODY_HAS] : [example];
  }
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(({ type: of }) => isNonNullType(of) || holdsId(of));
    return Object.fromEntries(fields.map((field) => [field.name, exampleOf(field.type, field.name, id)]));
  }
  switch (type.name) {
    case 'ID':
      return id;
    case 'Int':
    case 'Float':
      return NUMBERS[name] ?? 1;
    case 'Boolean':
      return false;
    case 'DateTime':
      return dayAfter(30);
    case 'Date':
      return name === 'closesOn' ? dayAfter(30).slice(0, 10) : '2026-06-30';
    case 'JSON':
    case 'LocalizedText':
      return {};
    case 'String':
      return TEXTS[name] ?? 'Matrix';
    default:
      throw new Error(`Say what a ${type.name} looks like, for ${name}.`);
  }
}

/** Whether something can be named by its id in such a value. */
export function holdsId(type: GraphQLInputType): boolean {
  const named = getNamedType(type);
  if (isInputObjectType(named)) return Object.values(named.getFields()).some((field) => holdsId(field.type));
  return named.name === 'ID';
}

/**
 * The smallest request for a root field: what must be given, and everything that can name an object, with one id
 * throughout. Of the answer it asks how much there is, or what it is.
 */
export function exampleRequest(
  kind: OperationKind,
  field: GraphQLField<unknown, unknown>,
  id: string,
  given: Readonly<Record<string, unknown>> = {},
): ExampleRequest {
  const used = field.args.filter(
    ({ type, defaultValue }) => (isNonNullType(type) && defaultValue === undefined) || holdsId(type),
  );
  const fitting = { ...FITTING[field.name], ...given };
  const variables = Object.fromEntries(
    used.map(({ name, type }) => [name, fitting[name] ?? exampleOf(type, name, id)]),
  );
  const declarations = used.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = used.map(({ name }) => `${name}: $${name}`).join(', ');
  const answer = getNamedType(field.type);
  const counted = isObjectType(answer) && 'totalCount' in answer.getFields();
  const selection = isCompositeType(answer) ? (counted ? ' { totalCount }' : ' { __typename }') : '';
  const head = declarations ? `${kind} (${declarations})` : kind;
  return { query: `${head} { answer: ${field.name}${passed && `(${passed})`}${selection} }`, variables };
}
