import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { BEGIN_MUTATION, SAVE_MUTATION, SESSION_QUERY, SUBMIT_MUTATION } from './contract.js';

const schema = buildSchema(readFileSync(new URL('../../../api/schema.graphql', import.meta.url), 'utf8'));

it.each(Object.entries({ SESSION_QUERY, BEGIN_MUTATION, SAVE_MUTATION, SUBMIT_MUTATION }))(
  '%s asks only for what the committed schema offers',
  (_, document) => {
    expect(validate(schema, parse(document))).toEqual([]);
  },
);
