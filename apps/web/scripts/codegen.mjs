// Turns the committed API contract and every *.graphql file under src into types and typed documents.
// One generated file per document file, beside it: a page then carries its own documents and no other page's.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as operationTypes from '@graphql-codegen/typescript-operations';
import * as documentNodes from '@graphql-codegen/typed-document-node';
import { parse } from 'graphql';

const web = resolve(import.meta.dirname, '..');
const schema = parse(readFileSync(join(web, '../api/schema.graphql'), 'utf8'));

const config = {
  enumType: 'string-literal',
  useTypeImports: true,
  skipTypename: true,
  scalars: {
    ID: 'string',
    DateTime: 'string',
    Date: 'string',
    JSON: 'unknown',
    LocalizedText: 'Record<string, string>',
  },
};

const documents = readdirSync(join(web, 'src'), { recursive: true })
  .filter((path) => path.endsWith('.graphql'))
  .sort();

for (const path of documents) {
  const location = join(web, 'src', path);
  const filename = location.replace(/\.graphql$/, '.generated.ts');
  const output = await codegen({
    schema,
    filename,
    documents: [{ location, document: parse(readFileSync(location, 'utf8')) }],
    config,
    plugins: [{ operations: {} }, { documents: {} }],
    pluginMap: { operations: operationTypes, documents: documentNodes },
  });
  // Unchanged output keeps its time stamp, so watchers and caches stay quiet.
  if (!existsSync(filename) || readFileSync(filename, 'utf8') !== output) writeFileSync(filename, output);
}
console.log(`${documents.length} document files typed from schema.graphql`);
