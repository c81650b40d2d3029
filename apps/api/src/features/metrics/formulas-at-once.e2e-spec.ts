import { addMetric } from '../../../test/metrics.js';
import { startTestApplication, type TestApplication } from '../../../test/test-application.js';

describe('formulas that change at the same moment', () => {
  let application: TestApplication;

  beforeAll(async () => {
    application = await startTestApplication();
  });
  afterAll(() => application.close());

  it('are refused, one of the two, where together they make a circle', async () => {
    const organizationId = await application.organization('Harbour Bank');
    const office = await application.member(organizationId, 'programme_office');
    await addMetric(application.database, organizationId, { key: 'queue' });
    const state = { class: 'STATE', category: 'OPERATIONAL', unit: 'minutes', direction: 'LOWER' };
    const formula = (text: string) => ({ ...state, aggregation: 'FORMULA', formula: text });
    const create = async (key: string) =>
      (
        await office.client.data('mutation ($input: MetricInput!) { createMetric(input: $input) { id } }', {
          input: { key, name: key, definition: formula('queue * 2'), validFrom: '2026-01-01' },
        })
      ).createMetric.id;
    const [one, two] = [await create('one'), await create('two')];
    const define = (id: string, text: string) =>
      office.client.graphql(
        `mutation ($id: ID!, $definition: MetricDefinitionInput!) {
           defineMetric(id: $id, version: 1, validFrom: "2026-02-01", definition: $definition, breakNote: "Another way") { id } }`,
        { id, definition: formula(text) },
      );
    const answers = await Promise.all([define(one, 'two + 1'), define(two, 'one + 1')]);
    const refused = answers.filter(({ errors }) => errors);
    expect(refused.map(({ errors }) => errors?.[0]?.extensions['fields'])).toEqual([
      [expect.objectContaining({ code: 'formula_cycle' })],
    ]);
  });
});
