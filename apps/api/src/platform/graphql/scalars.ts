import { CustomScalar, Scalar } from '@nestjs/graphql';
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import type { LocalizedText } from '@touchstone/domain';

/** The calendar of PostgreSQL has no year 0. */
const DATE = /^(?!0000)\d{4}-\d{2}-\d{2}$/;

/** As an error of the query, and not as one of ours: any other kind would be logged and answered as a fault. */
const badInput = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

function calendarDate(value: unknown): string {
  if (typeof value === 'string' && DATE.test(value)) {
    const parsed = new Date(`${value}T00:00:00Z`);
    if (!Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value)) return value;
  }
  throw badInput('A date is written YYYY-MM-DD and must exist in the calendar.');
}

/** Calendar dates travel as strings: they have no time and no zone. */
export const DateOnly = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A calendar date, YYYY-MM-DD.',
  parseValue: calendarDate,
  serialize: (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value)),
  parseLiteral: (node: ValueNode) => calendarDate(node.kind === Kind.STRING ? node.value : null),
});

function instant(value: unknown): Date {
  if (typeof value === 'string') {
    const parsed = new Date(value);
    if (/^(?!0000)\d{4}-\d{2}-\d{2}T/.test(value) && !Number.isNaN(parsed.getTime())) return parsed;
  }
  throw badInput('An instant is written in ISO 8601 with time and zone, e.g. 2026-11-21T09:00:00Z.');
}

/** An instant as it travels, to be handed on as it is. */
const TRAVELLING = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Instants; read models may hand them over as the text PostgreSQL made. */
@Scalar('DateTime', () => Date)
export class DateTimeScalar implements CustomScalar<string, Date> {
  description = 'An instant, ISO 8601 with zone.';
  parseValue = instant;
  serialize = (value: unknown): string => {
    if (typeof value === 'string' && TRAVELLING.test(value)) return value;
    return (value instanceof Date ? value : new Date(String(value))).toISOString();
  };
  parseLiteral = (node: ValueNode): Date => instant(node.kind === Kind.STRING ? node.value : null);
}

const literal = (node: ValueNode): unknown => {
  switch (node.kind) {
    case Kind.STRING:
    case Kind.BOOLEAN:
      return node.value;
    case Kind.INT:
    case Kind.FLOAT:
      return Number(node.value);
    case Kind.OBJECT:
      return Object.fromEntries(node.fields.map((field) => [field.name.value, literal(field.value)]));
    case Kind.LIST:
      return node.values.map(literal);
    default:
      return null;
  }
};

export const Json = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description: 'Structured data whose shape the description of the field gives.',
  parseValue: (value) => value,
  serialize: (value) => value,
  parseLiteral: literal,
});

export const LocalizedTextScalar = new GraphQLScalarType<LocalizedText, LocalizedText>({
  name: 'LocalizedText',
  description: 'A text in several languages: {"en": "…", "zh-CN": "…"}.',
  parseValue: (value) => value as LocalizedText,
  serialize: (value) => value as LocalizedText,
  parseLiteral: (node) => literal(node) as LocalizedText,
});
