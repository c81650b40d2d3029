import { countStatements, ONE_READ } from '../../../test/count-statements.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';
import { newId } from '../../platform/database/unit-of-work.js';
import { type Measured, measuredAtlas } from '../scorecards/measured-atlas.factory.js';

const INDEX = `index { consistency mean known }`;
const READ = `query ($measure: EcosystemMeasure!, $months: Int!) { ecosystem(measure: $measure, months: $months) {
  volumeBasis ${INDEX} stages { lifecycle ${INDEX} } unplaced { name hasProduct }
  rows { product { id name volume } ${INDEX} cells { lifecycle value lower upper score n touchpoints metrics suppressed } } } }`;
const CELL = `query ($productId: ID!, $lifecycle: LifecycleStage!) { ecosystemCell(productId: $productId, lifecycle: $lifecycle) {
  product { name } touchpoints { name teamName journeyName metrics { key latest { value n } } } metrics { key } } }`;
const LIST = `query ($archived: Boolean) { productPortfolio(includeArchived: $archived) { totalCount edges { node { id name volume journeyCount version archivedAt } } } }`;
const ADD = `mutation ($input: PortfolioProductInput!) { act: addProduct(input: $input) { id name volume version } }`;
const UPDATE = `mutation ($id: ID!, $version: Int!, $input: PortfolioProductInput!) { act: updateProduct(id: $id, version: $version, input: $input) { id name volume version } }`;
const ARCHIVE = `mutation ($id: ID!, $version: Int!) { act: archiveProduct(id: $id, version: $version) { id archivedAt version } }`;
const RESTORE = `mutation ($id: ID!, $version: Int!) { act: restoreProduct(id: $id, version: $version) { id archivedAt version } }`;

const CSAT = { class: 'perception', aggregation: 'csat', unit: '%', direction: 'higher', scale: [1, 5] } as const;
const NPS = { class: 'perception', aggregation: 'nps', unit: 'points', direction: 'higher', scale: [0, 10] } as const;
const many = (value: number, times: number): number[] => Array.from({ length: times }, () => value);

describe('the ecosystem', () => {
  let application: TestApplication;
  let organizationId: string;
  let office: TestMember;
  let atlas: Measured;

  beforeAll(async () => {
    application = await startTestApplication();
  });
  beforeEach(async () => {
    organizationId = await application.organization('Harbour Bank');
    office = await application.member(organizationId, 'programme_office');
    atlas = await measuredAtlas(application, organizationId);
  });
  afterAll(() => application.close());

  const read = async (measure = 'PERCEPTION', months = 3, member = office) =>
    (await member.client.data(READ, { measure, months })).ecosystem;
  const cellOf = (found: { rows: { product: { name: string }; cells: { lifecycle: string }[] }[] }, name: string) =>
    found.rows.find(({ product }) => product.name === name)?.cells.find(({ lifecycle }) => lifecycle === 'PURCHASE');

  /** Another product with a journey and one touchpoint that a metric speaks about. */
  const mortgage = async (values: readonly number[]) => {
    const productId = await atlas.insert('product', { id: newId(), name: 'Mortgage' });
    const journey = { id: newId(), name: 'Buy a home', product_id: productId, lifecycle: 'purchase' };
    const journeyId = await atlas.insert('journey', journey);
    const stageId = await atlas.insert('journey_stage', {
      id: newId(),
      journey_id: journeyId,
      position: 0,
      name: 'Sign',
    });
    const metric = await atlas.metric('mortgage_csat', CSAT, {
      touchpoint: await atlas.touchpoint('Adviser', 0, stageId),
    });
    await atlas.month(metric, 0, values);
    return productId;
  };

  it('sets products against stages of life, says how uneven they are, and weighs by volume where it is stated', async () => {
    const { counter, app, product } = atlas;
    const csat = await atlas.metric('csat', CSAT, { touchpoint: counter });
    await atlas.month(csat, 0, [...many(5, 60), ...many(1, 20)]);
    await atlas.month(csat, 2, [...many(5, 20)]);
    const nps = await atlas.metric('nps', NPS, { touchpoint: app });
    await atlas.month(nps, 1, [...many(10, 50), ...many(0, 50)]);
    const home = await mortgage([...many(5, 10), ...many(1, 40)]);
    await atlas.insert('journey', { id: newId(), name: 'Nowhere yet' });

    const found = await read();
    expect(found).toMatchObject({ volumeBasis: 'ANSWERS', unplaced: [{ name: 'Nowhere yet', hasProduct: false }] });
    // 80 of 100 satisfied, and an NPS of 0 on the middle of the common scale.
    expect(cellOf(found, 'Current account')).toMatchObject({
      value: 65,
      score: 65,
      n: 200,
      touchpoints: 2,
      metrics: 2,
    });
    expect(cellOf(found, 'Mortgage')).toMatchObject({ value: 20, n: 50 });
    expect(found.index.mean).toBeCloseTo(56, 8);
    expect(found.index.consistency).toBeCloseTo(100 - 2 * 18, 8);
    expect(found.stages[3]).toMatchObject({ lifecycle: 'PURCHASE', index: { known: 2 } });
    expect(cellOf(await read('NPS'), 'Current account')).toMatchObject({ value: 0, score: 50, n: 100 });
    expect(cellOf(await read('PERCEPTION', 1), 'Current account')).toMatchObject({ value: 75, n: 80 });

    await office.client.data(UPDATE, { id: product, version: 1, input: { name: 'Current account', volume: 9000 } });
    expect((await read()).volumeBasis).toBe('ANSWERS');
    await office.client.data(UPDATE, { id: home, version: 1, input: { name: 'Mortgage', volume: 1000 } });
    const weighed = await read();
    expect(weighed.volumeBasis).toBe('STATED');
    expect(weighed.index.mean).toBeCloseTo(0.9 * 65 + 0.1 * 20, 8);

    const { ecosystemCell } = await office.client.data(CELL, { productId: product, lifecycle: 'PURCHASE' });
    expect(ecosystemCell).toMatchObject({
      product: { name: 'Current account' },
      touchpoints: [
        { name: 'Counter', teamName: 'Branches', metrics: [{ key: 'csat', latest: { n: 20 } }] },
        { name: 'App', teamName: null, metrics: [{ key: 'nps' }] },
      ],
    });
  });

  it('withholds what too few people said, and lets nobody get it back from a sum', async () => {
    const { counter, app } = atlas;
    const csat = await atlas.metric('csat', CSAT, { touchpoint: counter });
    await atlas.month(csat, 0, [1, 1, 1, 1]);
    expect(cellOf(await read(), 'Current account')).toMatchObject({ value: null, score: null, n: 0, suppressed: 1 });
    const other = await atlas.metric('other', CSAT, { touchpoint: app });
    await atlas.month(other, 0, many(5, 10));
    const found = await read();
    expect(cellOf(found, 'Current account')).toMatchObject({ value: 100, n: 10, metrics: 1, suppressed: 1 });
    expect(found.index).toEqual({ consistency: null, mean: 100, known: 1 });
  });

  it('is one statement, however many metrics, products and raw rows there are', async () => {
    const { counter, product } = atlas;
    const reads = [() => read(), () => office.client.data(CELL, { productId: product, lifecycle: 'PURCHASE' })];
    for (const each of reads) expect(await countStatements(each)).toBe(ONE_READ);
    for (let number = 0; number < 6; number += 1) {
      const metric = await atlas.metric(`m_${number}`, CSAT, { touchpoint: counter });
      await atlas.month(metric, 0, many(4, 9));
      await atlas.rawRows(metric, 200);
    }
    await mortgage(many(5, 9));
    for (const each of reads) expect(await countStatements(each)).toBe(ONE_READ);
    expect(await countStatements(() => office.client.data(LIST))).toBe(ONE_READ);
  });

  it('has products that the office names, weighs, puts away and brings back; others read them', async () => {
    const { act } = await office.client.data(ADD, { input: { name: 'Savings', volume: 1200.5 } });
    expect(act).toMatchObject({ name: 'Savings', volume: 1200.5, version: 1 });
    for (const volume of [0, -1, 1e13])
      expect(await office.client.errorCode(ADD, { input: { name: 'More', volume } })).toBe('VALIDATION');
    expect(await office.client.errorCode(ADD, { input: { name: 'savings' } })).toBe('VALIDATION');
    const rename = { id: act.id, version: 1, input: { name: 'Saving' } };
    expect((await office.client.data(UPDATE, rename)).act).toMatchObject({ name: 'Saving', volume: null, version: 2 });
    expect(await office.client.errorCode(UPDATE, rename)).toBe('CONFLICT');
    await office.client.data(ARCHIVE, { id: act.id, version: 2 });
    expect((await read()).rows.map(({ product }: { product: { name: string } }) => product.name)).toEqual([
      'Current account',
    ]);
    expect(await office.client.errorCode(UPDATE, { ...rename, version: 3 })).toBe('ARCHIVED');
    expect((await office.client.data(LIST, { archived: true })).productPortfolio.totalCount).toBe(2);
    expect((await office.client.data(LIST)).productPortfolio).toMatchObject({
      totalCount: 1,
      edges: [{ node: { name: 'Current account', journeyCount: 1 } }],
    });
    expect((await office.client.data(RESTORE, { id: act.id, version: 3 })).act.archivedAt).toBeNull();

    for (const role of ['team_lead', 'executive', 'contributor', 'administrator'] as const) {
      const member = await application.member(organizationId, role);
      expect((await read('PERCEPTION', 3, member)).rows).toHaveLength(2);
      expect(await member.client.errorCode(ADD, { input: { name: 'Mine' } })).toBe('FORBIDDEN');
      expect(await member.client.errorCode(ARCHIVE, { id: act.id, version: 4 })).toBe('FORBIDDEN');
    }
    const other = await application.member(await application.organization('Another'), 'programme_office');
    expect((await read('PERCEPTION', 3, other)).rows).toEqual([]);
    for (const id of [act.id, 'nonsense']) {
      expect(await other.client.errorCode(ARCHIVE, { id, version: 4 })).toBe('NOT_FOUND');
      expect(await other.client.errorCode(CELL, { productId: id, lifecycle: 'PURCHASE' })).toBe('NOT_FOUND');
    }
    for (const months of [0, 13])
      expect(await office.client.errorCode(READ, { measure: 'NPS', months })).toBe('VALIDATION');
  });
});
