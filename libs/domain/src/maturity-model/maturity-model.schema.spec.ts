import { readFileSync } from 'node:fs';
import { MATURITY_MODEL_SCHEMA } from './maturity-model.schema.js';

test('the schema that editors read is the one that files are checked against', () => {
  const published = readFileSync(new URL('../../../../models/maturity-model.schema.json', import.meta.url), 'utf8');
  expect(JSON.parse(published)).toEqual(MATURITY_MODEL_SCHEMA);
});
