import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { buildSchema, findBreakingChanges, type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { startTestApplication } from './test-application.js';

const textOf = (name: string): string => readFileSync(fileURLToPath(new URL(`../${name}`, import.meta.url)), 'utf8');

/** What breaks clients of the last release, one change to a line. */
const breaksOf = (released: GraphQLSchema, schema: GraphQLSchema): string[] =>
  findBreakingChanges(released, schema).map(({ type, description }) => `${type}: ${description}`);

/** Declared breaks, one to a line; lines that begin with # say why. */
const declared = textOf('schema.breaking.txt')
  .split('\n')
  .map((line) => line.trim())
  .filter((line) => line && !line.startsWith('#'));

describe('the schema', () => {
  let made: string;

  beforeAll(async () => {
    const application = await startTestApplication();
    const { schema } = application.app.get(GraphQLSchemaHost);
    made = printSchema(lexicographicSortSchema(schema));
    await application.close();
  });

  it('breaks nothing that clients of the last release rely on, but what is declared', () => {
    const released = buildSchema(textOf('schema.released.graphql'));
    expect(breaksOf(released, buildSchema(made)).sort()).toEqual([...declared].sort());
  });

  it('would be caught breaking clients', () => {
    const [field] = Object.values(buildSchema(made).getQueryType()?.getFields() ?? {});
    const without = made.replace(new RegExp(`\\n  ${field?.name}\\b.*`), '');
    expect(breaksOf(buildSchema(made), buildSchema(without))).toEqual([
      `FIELD_REMOVED: Query.${field?.name} was removed.`,
    ]);
  });
});
