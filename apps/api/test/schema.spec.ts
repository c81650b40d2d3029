import { GraphQLSchemaHost } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema, validateSchema } from 'graphql';
import { CommittedFile } from './committed-file.js';
import { startTestApplication } from './test-application.js';

const committed = new CommittedFile('schema.graphql', 'npm run schema -w apps/api');
const HEADER = `# The contract of the API, made from the code: ${committed.command}\n\n`;

describe('the schema', () => {
  it('is as committed: the web and every other client are built from that file', async () => {
    const application = await startTestApplication();
    const { schema } = application.app.get(GraphQLSchemaHost);
    await application.close();
    expect(validateSchema(schema)).toEqual([]);
    const made = `${HEADER}${printSchema(lexicographicSortSchema(schema))}\n`;
    expect(made).toBe(committed.compareWith(made));
  });
});
