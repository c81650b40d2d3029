import { countStatements, ONE_READ } from '../../../test/count-statements.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';

const VERSION = `number validFrom definition class category aggregation unit direction scaleMinimum scaleMaximum
  notApplicable formula warningThreshold criticalThreshold cadenceDays source`;
const METRIC = `id key name ownerTeamId ownerTeamName mayUpdate archivedAt version
  definition { ${VERSION} } versions { ${VERSION} } usedBy { key }
  targets { id dueOn value upperValue objectiveName historical version }
  links { id kind name within archived } breaks { id beginsOn cause note demanded }
  annotations { id notedOn text version }`;
const LIST = `query ($first: Int, $after: String, $search: String, $class: MetricClass, $category: MetricCategory,
    $team: ID, $archived: Boolean) {
  metrics(first: $first, after: $after, search: $search, class: $class, category: $category, teamId: $team,
    archived: $archived) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { id key name class category unit ownerTeamName linkCount nextTarget { dueOn value } version } } } }`;
const ONE = `query ($id: ID!) { metric(id: $id) { ${METRIC} } }`;
const CREATE = `mutation ($input: MetricInput!) { createMetric(input: $input) { ${METRIC} } }`;
const UPDATE = `mutation ($id: ID!, $version: Int!, $name: String!, $team: ID) {
  updateMetric(id: $id, version: $version, name: $name, ownerTeamId: $team) { ${METRIC} } }`;
const DEFINE = `mutation ($id: ID!, $version: Int!, $from: Date!, $definition: MetricDefinitionInput!, $note: String) {
  defineMetric(id: $id, version: $version, validFrom: $from, definition: $definition, breakNote: $note) { ${METRIC} } }`;
const ARCHIVE = `mutation ($id: ID!, $version: Int!) { archiveMetric(id: $id, version: $version) { ${METRIC} } }`;
const RESTORE = `mutation ($id: ID!, $version: Int!) { restoreMetric(id: $id, version: $version) { ${METRIC} } }`;
const TARGET = `mutation ($id: ID!, $input: MetricTargetInput!) {
  createMetricTarget(metricId: $id, input: $input) { ${METRIC} } }`;
const RETARGET = `mutation ($id: ID!, $version: Int!, $input: MetricTargetInput!) {
  updateMetricTarget(id: $id, version: $version, input: $input) { ${METRIC} } }`;
const UNTARGET = `mutation ($id: ID!, $version: Int!) { deleteMetricTarget(id: $id, version: $version) { ${METRIC} } }`;
const LINK = `mutation ($id: ID!, $kind: MetricLinkKind!, $object: ID!) {
  linkMetric(metricId: $id, kind: $kind, objectId: $object) { ${METRIC} } }`;
const UNLINK = `mutation ($id: ID!) { unlinkMetric(id: $id) { ${METRIC} } }`;
const BREAK = `mutation ($id: ID!, $on: Date!) {
  createSeriesBreak(metricId: $id, beginsOn: $on, cause: SAMPLE, note: "New panel") { ${METRIC} } }`;
const MEND = `mutation ($id: ID!) { deleteSeriesBreak(id: $id) { ${METRIC} } }`;
const NOTE = `mutation ($id: ID!, $text: String!) {
  createMetricAnnotation(metricId: $id, notedOn: "2026-03-01", text: $text) { ${METRIC} } }`;
const REWORD = `mutation ($id: ID!, $version: Int!) {
  updateMetricAnnotation(id: $id, version: $version, notedOn: "2026-03-02", text: "Strike") { ${METRIC} } }`;
const UNNOTE = `mutation ($id: ID!, $version: Int!) { deleteMetricAnnotation(id: $id, version: $version) { ${METRIC} } }`;
const CHECK = `query ($formula: String!, $key: String, $unit: String) {
  checkFormula(formula: $formula, key: $key, unit: $unit) { unit metrics problems { path code params } } }`;
const CANDIDATES = `query ($id: ID!, $kind: MetricLinkKind!, $search: String) {
  metricLinkCandidates(metricId: $id, kind: $kind, search: $search) { objectId name } }`;

const STATE = { class: 'STATE', category: 'OPERATIONAL', aggregation: 'MEAN', unit: 'min', direction: 'LOWER' };
const NPS = {
  class: 'PERCEPTION',
  category: 'PERCEPTION',
  aggregation: 'NPS',
  unit: 'points',
  direction: 'HIGHER',
  scaleMinimum: 0,
  scaleMaximum: 10,
};
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('the metric catalogue', () => {
  let application: TestApplication;
  let organizationId: string;
  let office: TestMember;
  let other: TestMember;

  beforeAll(async () => {
    application = await startTestApplication();
  });
  beforeEach(async () => {
    organizationId = await application.organization('Harbour Bank');
    office = await application.member(organizationId, 'programme_office');
    other = await application.member(await application.organization('Another'), 'programme_office');
  });
  afterAll(() => application.close());

  const create = async (key: string, definition: object = STATE, more: object = {}) =>
    (await office.client.data(CREATE, { input: { key, name: `The ${key}`, definition, ...more } })).createMetric;
  const team = async (member: TestMember, name: string): Promise<string> =>
    (await member.client.data(`mutation ($name: String!) { createTeam(name: $name, kind: SERVICE) { id } }`, { name }))
      .createTeam.id;
  const fieldsOf = async (query: string, variables: object, member = office): Promise<string[]> => {
    const { errors } = await member.client.graphql(query, variables as Record<string, unknown>);
    const { code, fields } = errors?.[0]?.extensions ?? { code: 'none' };
    return code === 'VALIDATION'
      ? (fields as { path: string; code: string }[]).map((field) => `${field.path}:${field.code}`)
      : [code];
  };
  const keys = async (variables: object = {}): Promise<string[]> =>
    (await office.client.data(LIST, { ...variables })).metrics.edges.map(
      ({ node }: { node: { key: string } }) => node.key,
    );

  it('takes a metric in with its definition, and finds it again in one statement', async () => {
    const owner = await team(office, 'Contact centre');
    const metric = await create(
      'nps',
      { ...NPS, definition: ' Would recommend ', source: 'Survey' },
      { ownerTeamId: owner },
    );
    expect(metric).toMatchObject({
      key: 'nps',
      ownerTeamName: 'Contact centre',
      mayUpdate: true,
      definition: { number: 1, validFrom: inDays(0), definition: 'Would recommend', notApplicable: [], ...NPS },
      versions: [{ number: 1 }],
      targets: [],
      links: [],
      breaks: [],
      annotations: [],
      usedBy: [],
      version: 1,
    });
    expect((await office.client.data(ONE, { id: metric.id })).metric).toEqual(metric);
    const few = await countStatements(() => keys());
    for (let number = 0; number < 15; number += 1) await create(`wait_${number}`);
    expect([few, await countStatements(() => keys({ first: 100 }))]).toEqual([ONE_READ, ONE_READ]);
    expect(await countStatements(() => office.client.data(ONE, { id: metric.id }))).toBe(ONE_READ);
  });

  it('is searched and filtered by class, category, team and archive, page by page', async () => {
    const owner = await team(office, 'Contact centre');
    await create('nps', NPS);
    await create('wait', { ...STATE, definition: 'Minutes in the queue' }, { ownerTeamId: owner });
    const cost = await create('cost', { ...STATE, category: 'FINANCIAL', unit: 'GBP' });
    await office.client.data(ARCHIVE, { id: cost.id, version: 1 });
    expect(await keys()).toEqual(['nps', 'wait']);
    expect(await keys({ class: 'STATE' })).toEqual(['wait']);
    expect(await keys({ category: 'PERCEPTION' })).toEqual(['nps']);
    expect(await keys({ search: 'QUEUE' })).toEqual(['wait']);
    expect(await keys({ search: '%' })).toEqual([]);
    expect(await keys({ team: owner })).toEqual(['wait']);
    expect(await keys({ archived: true })).toEqual(['cost']);
    const first = (await office.client.data(LIST, { first: 1 })).metrics;
    expect(first).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
    expect(await keys({ first: 1, after: first.pageInfo.endCursor })).toEqual(['wait']);
  });

  it('refuses what does not hold together, field by field and all at once', async () => {
    await create('calls', { ...STATE, aggregation: 'SUM', unit: 'calls' });
    const input = {
      key: 'Not a key',
      name: ' ',
      definition: { ...NPS, class: 'STATE', unit: '%', scaleMaximum: null, notApplicable: [0] },
    };
    expect(await fieldsOf(CREATE, { input })).toEqual([
      'key:key_form',
      'name:required',
      'definition.category:category_of_other_class',
      'definition.aggregation:rating_is_perception',
      'definition.scaleMaximum:scale_half',
      'definition.unit:unit_of_aggregation',
    ]);
    const twice = { key: 'calls', name: 'The Calls', definition: STATE };
    expect(await fieldsOf(CREATE, { input: twice })).toEqual(['key:taken']);
    expect(await fieldsOf(CREATE, { input: { ...twice, key: 'calls_2' } })).toEqual(['name:taken']);
  });

  it('computes metrics from others, and refuses circles, strangers and other units', async () => {
    await create('wait');
    const calls = await create('calls', { ...STATE, aggregation: 'SUM', unit: 'calls' });
    const formula = (text: string, unit: string) => ({ ...STATE, aggregation: 'FORMULA', formula: text, unit });
    const perCall = await create('wait_per_call', formula('wait / calls', 'min/calls'));
    await create('double', formula('2 * wait_per_call', 'min/calls'));
    const saving = (text: string, unit: string) =>
      fieldsOf(CREATE, { input: { key: 'mine', name: 'Mine', definition: formula(text, unit) } });
    expect(await saving('wait + calls', 'min')).toEqual(['definition.formula:formula_units']);
    expect(await saving('wait', 'GBP')).toEqual(['definition.unit:formula_result_unit']);
    expect(await saving('nonsense + 1', 'min')).toEqual(['definition.formula:formula_metric_unknown']);
    expect(await saving('mine + 1', 'min')).toEqual(['definition.formula:formula_cycle']);
    expect(await saving('constructor(wait)', 'min')).toEqual(['definition.formula:formula_function']);

    const circle = { id: perCall.id, version: 1, from: inDays(0), definition: formula('double', 'min/calls') };
    const { errors } = await office.client.graphql(DEFINE, circle);
    expect(errors?.[0]?.extensions).toMatchObject({
      fields: [{ code: 'formula_cycle', params: { cycle: 'wait_per_call → double → wait_per_call' } }],
    });
    const otherUnit = { ...STATE, aggregation: 'SUM', unit: 'customers' };
    expect(await fieldsOf(DEFINE, { id: calls.id, version: 1, from: inDays(0), definition: otherUnit })).toEqual([
      'definition.unit:unit_of_dependants',
    ]);
    expect((await office.client.data(ONE, { id: calls.id })).metric.usedBy).toEqual([{ key: 'wait_per_call' }]);
    expect(await office.client.errorCode(ARCHIVE, { id: calls.id, version: 1 })).toBe('METRIC_IN_USE');
  });

  it('says of a formula while it is written what saving would say, in one statement each', async () => {
    await create('wait');
    await create('calls', { ...STATE, aggregation: 'SUM', unit: 'calls' });
    const check = async (variables: object) => (await office.client.data(CHECK, { ...variables })).checkFormula;
    expect(await check({ formula: 'wait ÷ calls' })).toEqual({
      unit: 'min/calls',
      metrics: ['wait', 'calls'],
      problems: [],
    });
    expect(await check({ formula: 'wait / (calls', unit: 'min' })).toMatchObject({
      problems: [{ path: 'formula', code: 'formula_syntax', params: { position: 14 } }],
    });
    expect((await other.client.data(CHECK, { formula: 'wait + 1' })).checkFormula.problems).toMatchObject([
      { code: 'formula_metric_unknown' },
    ]);
  });

  it('keeps every definition from its day on, and breaks the series where the number changes its meaning', async () => {
    const metric = await create('wait', STATE, { validFrom: '2025-01-01' });
    const define = (variables: object) =>
      fieldsOf(DEFINE, { id: metric.id, version: 1, from: inDays(-30), definition: STATE, ...variables });
    expect(await define({})).toEqual(['definition:nothing_changed']);
    expect(await define({ definition: { ...STATE, unit: 's' } })).toEqual(['breakNote:break_note_required']);
    expect(await define({ from: '2024-12-31', definition: { ...STATE, warningThreshold: 3 } })).toEqual([
      'validFrom:before_latest_version',
    ]);

    const watched = { ...STATE, warningThreshold: 3 };
    const first = { id: metric.id, version: 1, from: '2025-06-01', definition: watched };
    expect((await office.client.data(DEFINE, first)).defineMetric).toMatchObject({ breaks: [], version: 2 });
    const seconds = { ...watched, unit: 's', source: 'Queue system 2' };
    const second = { id: metric.id, version: 2, from: inDays(10), definition: seconds, note: 'Measured finer' };
    const { defineMetric } = await office.client.data(DEFINE, second);
    expect(defineMetric).toMatchObject({
      definition: { number: 2, validFrom: '2025-06-01', unit: 'min' },
      versions: [{ number: 3, unit: 's' }, { number: 2 }, { number: 1, warningThreshold: null }],
      breaks: [{ beginsOn: inDays(10), cause: 'DEFINITION', note: 'Measured finer', demanded: true }],
    });
    expect(await office.client.errorCode(MEND, { id: defineMetric.breaks[0].id })).toBe('BREAK_DEMANDED');
    expect(await office.client.errorCode(DEFINE, second)).toBe('CONFLICT');

    const corrected = { ...second, version: 3, definition: { ...watched, source: 'Queue system 2' } };
    expect((await office.client.data(DEFINE, corrected)).defineMetric).toMatchObject({
      versions: [{ number: 3, unit: 'min', source: 'Queue system 2' }, { number: 2 }, { number: 1 }],
      breaks: [{ cause: 'SOURCE' }],
      version: 4,
    });
  });

  it('does not correct what numbers were taken under', async () => {
    const metric = await create('wait', STATE, { validFrom: '2025-01-01' });
    await application.database.query(`INSERT INTO segment_set VALUES ($1, 0, '{}')`, [organizationId]);
    await application.database.query(
      `INSERT INTO rollup (organization_id, metric_id, grain, segment_set_id, bucket, observations, n, sum,
         sum_of_squares, minimum, maximum, last_value, last_at)
       VALUES ($1, $2, 'day', 0, '2025-03-01', 1, 1, 4, 16, 4, 4, 4, '2025-03-01')`,
      [organizationId, metric.id],
    );
    const correct = (definition: object) =>
      fieldsOf(DEFINE, { id: metric.id, version: 1, from: '2025-01-01', definition });
    expect(await correct({ ...STATE, aggregation: 'SUM' })).toEqual(['validFrom:observed_already']);
    expect(await correct({ ...STATE, definition: 'Better said' })).toEqual(['none']);
  });

  it('has targets by day: in the past only as history, once a day, with two ends for a range', async () => {
    const metric = await create('wait');
    const target = (input: object, id = metric.id) => fieldsOf(TARGET, { id, input });
    expect(await target({ dueOn: inDays(-1), value: 3 })).toEqual(['dueOn:target_in_the_past']);
    expect(await target({ dueOn: inDays(9), value: 3, upperValue: 4 })).toEqual(['upperValue:not_a_range']);
    expect(await target({ dueOn: inDays(-400), value: 5, historical: true })).toEqual(['none']);
    expect(await target({ dueOn: inDays(9), value: 3 })).toEqual(['none']);
    expect(await target({ dueOn: inDays(9), value: 2 })).toEqual(['dueOn:target_taken']);
    const [next, past] = (await office.client.data(ONE, { id: metric.id })).metric.targets;
    expect([next, past]).toMatchObject([
      { dueOn: inDays(9), value: 3, historical: false },
      { dueOn: inDays(-400), historical: true },
    ]);
    expect((await office.client.data(LIST)).metrics.edges[0].node.nextTarget).toEqual({ dueOn: inDays(9), value: 3 });
    const better = { id: next.id, version: 1, input: { dueOn: inDays(9), value: 2.5 } };
    expect((await office.client.data(RETARGET, better)).updateMetricTarget.targets[0]).toMatchObject({ value: 2.5 });
    expect(await office.client.errorCode(RETARGET, better)).toBe('CONFLICT');
    const { deleteMetricTarget } = await office.client.data(UNTARGET, { id: past.id, version: 1 });
    expect(deleteMetricTarget.targets).toHaveLength(1);

    const range = await create('staffing', { ...STATE, direction: 'RANGE', unit: 'people' });
    expect(await target({ dueOn: inDays(9), value: 3 }, range.id)).toEqual(['upperValue:range_half']);
    expect(await target({ dueOn: inDays(9), value: 3, upperValue: 5 }, range.id)).toEqual(['none']);
  });

  it('hangs on teams, touchpoints, journeys and stages, each once', async () => {
    const metric = await create('wait');
    const crew = await team(office, 'Tellers');
    const [touchpoint] = await application.database.query<{ id: string }>(
      `INSERT INTO touchpoint (organization_id, id, name, channel) VALUES ($1, gen_random_uuid(), 'Queue', 'branch')
       RETURNING id`,
      [organizationId],
    );
    const candidates = async (kind: string, search?: string) =>
      (await office.client.data(CANDIDATES, { id: metric.id, kind, search })).metricLinkCandidates;
    expect(await candidates('TEAM')).toEqual([{ objectId: crew, name: 'Tellers' }]);
    expect(await candidates('TEAM', 'x')).toEqual([]);
    expect(await candidates('TOUCHPOINT')).toEqual([{ objectId: touchpoint?.id, name: 'Queue' }]);
    for (const kind of ['STAGE', 'JOURNEY', 'OBJECTIVE']) expect(await candidates(kind)).toEqual([]);
    for (const [kind, object] of [
      ['TEAM', crew],
      ['TOUCHPOINT', touchpoint?.id],
      ['TEAM', crew],
    ]) {
      await office.client.data(LINK, { id: metric.id, kind, object });
    }
    const { links } = (await office.client.data(ONE, { id: metric.id })).metric;
    expect(links).toMatchObject([
      { kind: 'TEAM', name: 'Tellers' },
      { kind: 'TOUCHPOINT', name: 'Queue' },
    ]);
    expect(await candidates('TEAM')).toEqual([]);
    expect((await office.client.data(UNLINK, { id: links[0].id })).unlinkMetric.links).toHaveLength(1);
  });

  it('carries what people know of the series: breaks of the sample and notes on days', async () => {
    const { id } = await create('wait');
    const { createSeriesBreak } = await office.client.data(BREAK, { id, on: '2026-02-01' });
    expect(createSeriesBreak.breaks).toMatchObject([{ beginsOn: '2026-02-01', cause: 'SAMPLE', demanded: false }]);
    expect(await fieldsOf(BREAK, { id, on: '2026-02-01' })).toEqual(['beginsOn:break_taken']);
    const { deleteSeriesBreak } = await office.client.data(MEND, { id: createSeriesBreak.breaks[0].id });
    expect(deleteSeriesBreak.breaks).toEqual([]);

    expect(await fieldsOf(NOTE, { id, text: '  ' })).toEqual(['text:required']);
    const [note] = (await office.client.data(NOTE, { id, text: 'Storm' })).createMetricAnnotation.annotations;
    expect(note).toMatchObject({ notedOn: '2026-03-01', text: 'Storm' });
    await office.client.data(REWORD, { id: note.id, version: 1 });
    expect(await office.client.errorCode(REWORD, { id: note.id, version: 1 })).toBe('CONFLICT');
    expect((await office.client.data(UNNOTE, { id: note.id, version: 2 })).deleteMetricAnnotation.annotations).toEqual(
      [],
    );
  });

  it('puts metrics away and brings them back, unless another has taken the name', async () => {
    const { id } = await create('wait');
    await office.client.data(ARCHIVE, { id, version: 1 });
    expect(await office.client.errorCode(UPDATE, { id, version: 2, name: 'Other' })).toBe('ARCHIVED');
    expect(await office.client.errorCode(NOTE, { id, text: 'Late' })).toBe('ARCHIVED');
    const twin = await create('wait_2', STATE, { name: 'THE WAIT' });
    expect(await fieldsOf(RESTORE, { id, version: 2 })).toEqual(['name:taken']);
    await office.client.data(UPDATE, { id: twin.id, version: 1, name: 'Twin' });
    expect((await office.client.data(RESTORE, { id, version: 2 })).restoreMetric).toMatchObject({ archivedAt: null });
  });

  it('is read by everybody, filled by the office, and tended by leads where their own team is the owner', async () => {
    const [mine, theirs] = [await team(office, 'Mine'), await team(office, 'Theirs')];
    const owned = await create('owned', STATE, { ownerTeamId: mine });
    const foreign = await create('foreign', STATE, { ownerTeamId: theirs });
    const lead = await application.member(organizationId, 'team_lead');
    const administrator = await application.member(organizationId, 'administrator');
    await administrator.client.data(
      `mutation ($id: ID!, $teams: [ID!]!) {
        updatePerson(id: $id, version: 1, role: TEAM_LEAD, teamIds: $teams, leadOfTeamIds: $teams) { version } }`,
      { id: lead.membershipId, teams: [mine] },
    );
    const may = async (id: string): Promise<boolean> => (await lead.client.data(ONE, { id })).metric.mayUpdate;
    expect([await may(owned.id), await may(foreign.id)]).toEqual([true, false]);
    await lead.client.data(NOTE, { id: owned.id, text: 'Seen' });
    await lead.client.data(UPDATE, { id: owned.id, version: 1, name: 'Ours', team: mine });
    expect(await lead.client.errorCode(UPDATE, { id: owned.id, version: 2, name: 'Ours', team: theirs })).toBe(
      'NOT_FOUND',
    );
    expect(await lead.client.errorCode(NOTE, { id: foreign.id, text: 'Seen' })).toBe('NOT_FOUND');
    expect(await lead.client.errorCode(ARCHIVE, { id: owned.id, version: 2 })).toBe('FORBIDDEN');
    for (const role of ['executive', 'contributor', 'administrator'] as const) {
      const { client } = await application.member(organizationId, role);
      expect((await client.data(LIST)).metrics.totalCount).toBe(2);
      expect(await client.errorCode(NOTE, { id: owned.id, text: 'Seen' })).toBe('FORBIDDEN');
      const input = { key: 'k', name: 'n', definition: STATE };
      expect(await client.errorCode(CREATE, { input })).toBe('FORBIDDEN');
    }
  });

  it('of another organisation does not exist', async () => {
    const { id } = await create('wait');
    const theirTeam = await team(other, 'Theirs');
    expect((await other.client.data(LIST)).metrics.totalCount).toBe(0);
    for (const each of [id, 'nonsense']) {
      expect(await other.client.errorCode(ONE, { id: each })).toBe('NOT_FOUND');
      expect(await other.client.errorCode(NOTE, { id: each, text: 'x' })).toBe('NOT_FOUND');
      expect(await other.client.errorCode(CANDIDATES, { id: each, kind: 'TEAM' })).toBe('NOT_FOUND');
    }
    expect(await office.client.errorCode(LINK, { id, kind: 'TEAM', object: theirTeam })).toBe('NOT_FOUND');
    const input = { key: 'k', name: 'n', definition: STATE, ownerTeamId: theirTeam };
    expect(await office.client.errorCode(CREATE, { input })).toBe('NOT_FOUND');
    const target = { dueOn: inDays(9), value: 3, objectiveId: theirTeam };
    expect(await office.client.errorCode(TARGET, { id, input: target })).toBe('NOT_FOUND');
  });
});
