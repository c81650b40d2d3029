import iconv from 'iconv-lite';
import { v7 as uuidv7 } from 'uuid';
import { countStatements, ONE_READ } from '../../../test/count-statements.js';
import { addMetric } from '../../../test/metrics.js';
import { eventually } from '../../../test/eventually.js';
import {
  startTestApplication,
  type TestApplication,
  type TestClient,
  type TestMember,
} from '../../../test/test-application.js';
import { upload } from '../../../test/upload.js';

const TABLE = `query ($fileId: ID!) { feedbackTable(fileId: $fileId) { rowCount notes columns { header samples } suggestedMapping
  touchpoints { name } anywhere earlierImport { id added } } }`;
const PREVIEW = `mutation ($fileId: ID!, $mapping: FeedbackMappingInput!) { previewFeedbackImport(fileId: $fileId, mapping: $mapping) {
  rowsRead rowsBad items repeated duplicates withoutText notLow withoutTouchpoint languages { language count } sampled
  problemCount problems { row column code message value } problemGroups { column code count rows values } } }`;
const START = `mutation ($fileId: ID!, $mapping: FeedbackMappingInput!, $mode: ImportMode!, $key: String) {
  startFeedbackImport(fileId: $fileId, mapping: $mapping, mode: $mode, idempotencyKey: $key) { id } }`;
const ONE = `query ($id: ID!) { feedbackImport(id: $id) { state rowsRead rowsBad added repeated duplicates withoutText notLow
  problemCount triaged kept undoing mayUndo seenBefore createdByName } }`;
const LIST = `query ($search: String) { feedbackImports(search: $search) { totalCount edges { node { fileName } } } }`;
const PROBLEMS = `query ($importId: ID!) { feedbackImportProblems(importId: $importId) { totalCount edges { node { row column code message value } } } }`;
const UNDO = `mutation ($id: ID!, $leaveTriaged: Boolean) { undoFeedbackImport(id: $id, leaveTriaged: $leaveTriaged) { undoing mayUndo } }`;
const SAVE = `mutation ($name: String!, $mapping: FeedbackMappingInput!, $id: ID, $version: Int) {
  saveFeedbackMapping(name: $name, mapping: $mapping, id: $id, version: $version) { id version mapping } }`;
const ARCHIVE = `mutation ($id: ID!, $version: Int!) { archiveFeedbackMapping(id: $id, version: $version) { id } }`;
const MAPPINGS = `{ feedbackMappings { name mapping } observationMappings { name } }`;
const INBOX = `query ($importId: ID) { feedback(first: 100, importId: $importId) { totalCount
  edges { node { id version text source language rating touchpointName metricName personaName importId importName saidAt state } } } }`;
const DISMISS = `mutation ($id: ID!, $version: Int!) { dismissFeedback(id: $id, version: $version, reason: "Praise") { version } }`;
const TAKE_BACK = `mutation ($id: ID!, $version: Int!) { takeFeedbackBack(id: $id, version: $version) { version } }`;
const MERGE = `mutation ($id: ID!, $version: Int!, $intoId: ID!) { mergeFeedback(id: $id, version: $version, intoId: $intoId) { version } }`;
const NEAR = `query ($id: ID!) { nearFeedback(id: $id) { feedback { text } } }`;

const WITHIN_MS = 60_000;

describe('files of feedback', () => {
  let application: TestApplication;
  let organizationId: string;
  let office: TestMember;
  let teamId: string;
  let counter: string;

  beforeAll(async () => {
    application = await startTestApplication({ RUN_WORKERS: 'true' });
  });
  beforeEach(async () => {
    organizationId = await application.organization('Harbour Bank');
    office = await application.member(organizationId, 'programme_office');
    teamId = await team('Branches');
    counter = await touchpoint('Counter', teamId);
    await application.database.query('INSERT INTO persona (organization_id, id, name) VALUES ($1, $2, $3)', [
      organizationId,
      uuidv7(),
      '新客户',
    ]);
  });
  afterAll(() => application.close());

  const team = async (name: string): Promise<string> => {
    const [unitId, id] = [uuidv7(), uuidv7()];
    await application.database.query('INSERT INTO business_unit (organization_id, id, name) VALUES ($1, $2, $3)', [
      organizationId,
      unitId,
      `Unit of ${name}`,
    ]);
    await application.database.query(
      `INSERT INTO team (organization_id, id, business_unit_id, name, kind) VALUES ($1, $2, $3, $4, 'service')`,
      [organizationId, id, unitId, name],
    );
    return id;
  };
  const touchpoint = async (name: string, ownerId: string | null = null): Promise<string> => {
    const id = uuidv7();
    await application.database.query(
      `INSERT INTO touchpoint (organization_id, id, name, channel) VALUES ($1, $2, $3, 'branch')`,
      [organizationId, id, name],
    );
    if (ownerId)
      await application.database.query(
        `INSERT INTO ownership (organization_id, id, touchpoint_id, team_id, responsibility, valid_from)
         VALUES ($1, $2, $3, $4, 'accountable', '2020-01-01')`,
        [organizationId, uuidv7(), id, ownerId],
      );
    return id;
  };
  const leadOf = async (ofTeam: string): Promise<TestMember> => {
    const lead = await application.member(organizationId, 'team_lead');
    await application.database.query(
      'INSERT INTO team_membership (organization_id, id, team_id, membership_id, lead) VALUES ($1, $2, $3, $4, true)',
      [organizationId, uuidv7(), ofTeam, lead.membershipId],
    );
    return lead;
  };
  const PLAIN = {
    columns: [
      { column: 0, target: 'TIME' },
      { column: 1, target: 'TEXT' },
    ],
    source: 'SURVEY',
  };
  const asked = async (client: TestClient, content: Buffer | string, name = 'said.csv') => {
    const fileId = await upload(client, content, name);
    const { suggestedMapping } = (await client.data(TABLE, { fileId })).feedbackTable;
    return { fileId, mapping: suggestedMapping };
  };
  const imported = async (
    content: Buffer | string,
    {
      client = office.client,
      mapping,
      mode = 'ACCEPT_GOOD',
    }: { client?: TestClient; mapping?: unknown; mode?: string } = {},
  ) => {
    const file = await asked(client, content);
    const { startFeedbackImport } = await client.data(START, { ...file, ...(mapping ? { mapping } : {}), mode });
    const { id } = startFeedbackImport as { id: string };
    const run = await eventually(
      async () => (await client.data(ONE, { id })).feedbackImport,
      ({ state }) => !['WAITING', 'RUNNING'].includes(state),
      WITHIN_MS,
    );
    return { id, ...file, ...run };
  };
  const inbox = async (importId: string | null = null) => (await office.client.data(INBOX, { importId })).feedback;
  const texts = async (importId: string | null = null): Promise<string[]> =>
    (await inbox(importId)).edges.map(({ node }: { node: { text: string } }) => node.text).sort();
  const undone = async (id: string, leaveTriaged = false) => {
    expect((await office.client.data(UNDO, { id, leaveTriaged })).undoFeedbackImport.undoing).toBe(true);
    return eventually(
      async () => (await office.client.data(ONE, { id })).feedbackImport,
      ({ state }) => state === 'UNDONE',
    );
  };
  const keys = async (): Promise<number> => {
    const [row] = await application.database.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM feedback_key WHERE organization_id = $1',
      [organizationId],
    );
    return row!.n;
  };

  it('are understood from their headings and cells, in both languages, and come into the inbox as they were said', async () => {
    const english =
      'id,date,channel,comment,language,stars,touchpoint,persona\n' +
      '7,2026-03-01,Hotline,"Waited, and waited.\nNobody came",en,1,counter,新客户\n' +
      '8,2026-03-02,App Store,قائمة الانتظار طويلة جدا,Arabic,2,,\n';
    const first = await imported(english, { mode: 'ALL_OR_NOTHING' });
    expect(first).toMatchObject({ state: 'COMPLETED', added: 2, problemCount: 0, createdByName: expect.any(String) });
    const chinese = '编号,反馈时间,来源,反馈内容,评分\nA1,2026年3月3日,在线客服,排队太久😡，APP 也打不开\\,2\n';
    const second = await imported(iconv.encode(chinese, 'gb18030'), { mode: 'ALL_OR_NOTHING' });
    expect(second).toMatchObject({ state: 'COMPLETED', added: 1 });
    expect((await inbox()).edges.map(({ node }: { node: object }) => node)).toMatchObject([
      { text: '排队太久😡，APP 也打不开\\', source: 'SERVICE_DESK', language: 'zh', rating: 2, importName: 'said.csv' },
      { text: 'قائمة الانتظار طويلة جدا', source: 'FORUM', language: 'ar', rating: 2, touchpointName: null },
      {
        ...{ text: 'Waited, and waited.\nNobody came', source: 'SERVICE_DESK', language: 'en', rating: 1 },
        ...{ touchpointName: 'Counter', personaName: '新客户', importId: first.id },
      },
    ]);
    expect(await texts(second.id)).toEqual(['排队太久😡，APP 也打不开\\']);
    expect(await countStatements(() => office.client.data(LIST))).toBe(ONE_READ);
    expect(await countStatements(() => office.client.data(ONE, { id: first.id }))).toBe(ONE_READ);
    expect(await countStatements(() => office.client.data(PROBLEMS, { importId: first.id }))).toBe(ONE_READ);
  });

  it('add nothing when they come again, by whatever name, and say what stands in them twice', async () => {
    const content = 'date,text\n2026-03-01,Queue\n2026-03-01,Queue\n2026-03-02,Queue\n2026-03-01,-\n2026-03-01,\n';
    const first = await imported(content, { mapping: PLAIN });
    expect(first).toMatchObject({
      added: 2,
      repeated: 0,
      duplicates: 1,
      withoutText: 2,
      rowsRead: 5,
      seenBefore: false,
    });
    const file = await asked(office.client, content, 'again.csv');
    expect((await office.client.data(TABLE, { fileId: file.fileId })).feedbackTable.earlierImport).toMatchObject({
      id: first.id,
      added: 2,
    });
    const preview = (await office.client.data(PREVIEW, { fileId: file.fileId, mapping: PLAIN })).previewFeedbackImport;
    expect(preview).toMatchObject({ items: 0, repeated: 2, duplicates: 1, withoutText: 2, withoutTouchpoint: 2 });
    expect(await imported(content, { mapping: PLAIN })).toMatchObject({
      ...{ state: 'COMPLETED', added: 0, repeated: 2, duplicates: 1, seenBefore: true },
    });
    expect((await inbox()).totalCount).toBe(2);

    // By its reference a row is the same, whatever else was changed since; what is in the inbox stays.
    const ticket = (text: string) => `id,date,source,text\nT-1,2026-03-01,survey,${text}\n`;
    await imported(ticket('Rude'));
    expect(await imported(ticket('Very rude'))).toMatchObject({ added: 0, repeated: 1 });
    expect(await texts()).toContain('Rude');
  });

  it('start once for one key, however often somebody clicks', async () => {
    const file = await asked(office.client, 'date,text\n2026-03-01,Queue\n');
    const start = async () =>
      (await office.client.data(START, { ...file, mapping: PLAIN, mode: 'ACCEPT_GOOD', key: 'feedback-file' }))
        .startFeedbackImport.id;
    expect(await start()).toBe(await start());
  });

  it('name every bad cell by row, column and remedy, and never show what was said', async () => {
    await touchpoint('Vault', await team('Vaults'));
    const content =
      'id,date,source,text,language,rating,touchpoint,persona\n' +
      '1,2026-13-01,pigeon,Secret one,Klingonese!,many,Nowhere,Nobody\n' +
      `2,,survey,${'x'.repeat(8001)},en,1,,\n` +
      `3,${new Date().getFullYear() + 2}-01-01,,Secret two,zh-Hant,2,,\n` +
      '4,2026-03-01,survey,Secret three,en,3,,\n' +
      '4,2026-03-01,survey,Secret four,en,3,,\n';
    const file = await asked(office.client, content);
    const mapping = { ...file.mapping, source: null };
    const preview = (await office.client.data(PREVIEW, { ...file, mapping })).previewFeedbackImport;
    const named = preview.problems.map(({ row, column, code, value }: Record<string, unknown>) =>
      `${row} ${column} ${code} ${value ?? ''}`.trim(),
    );
    expect(named).toEqual([
      '2 language LANGUAGE_UNKNOWN Klingonese!',
      '2 date TIME_UNREADABLE 2026-13-01',
      '2 source SOURCE_UNKNOWN pigeon',
      '2 rating RATING_UNREADABLE many',
      '2 touchpoint TOUCHPOINT_UNKNOWN Nowhere',
      '2 persona PERSONA_UNKNOWN Nobody',
      '3 text TEXT_TOO_LONG',
      '3 date TIME_MISSING',
      `4 date TIME_IN_FUTURE ${new Date().getFullYear() + 2}-01-01`,
      '4 source SOURCE_MISSING',
      '6 id CONTRADICTS_EARLIER_ROW',
    ]);
    expect(preview).toMatchObject({ rowsRead: 5, rowsBad: 4, items: 1, problemCount: 11 });
    expect(preview.problems[0].message).toContain('Write it as');
    const refused = await imported(content, { mapping, mode: 'ALL_OR_NOTHING' });
    expect(refused).toMatchObject({ state: 'REFUSED', added: 0, rowsBad: 4, problemCount: 11 });
    expect((await inbox()).totalCount).toBe(0);
    expect(await keys()).toBe(0);
    const good = await imported(content, { mapping });
    expect(good).toMatchObject({ state: 'COMPLETED', added: 1, rowsBad: 4, problemCount: 11 });
    const listed = (await office.client.data(PROBLEMS, { importId: good.id })).feedbackImportProblems;
    expect(listed.totalCount).toBe(11);
    const csv = await office.client.inject({ method: 'GET', url: `/feedback-imports/${good.id}/problems.csv` });
    expect(csv.body).toContain('TOUCHPOINT_UNKNOWN');
    const trail = await application.database.query('SELECT changes FROM audit_event WHERE organization_id = $1', [
      organizationId,
    ]);
    for (const shown of [JSON.stringify(listed), csv.body, JSON.stringify(trail)])
      expect(shown).not.toContain('Secret');
  });

  it('are read with what the mapping says of sources and touchpoints', async () => {
    const content = 'when,said,via,where\n3/4/2026,Too slow,pigeon,Till 4\n3/4/2026,Too loud,,\n';
    const mapping = {
      columns: [
        { column: 0, target: 'TIME' },
        { column: 1, target: 'TEXT' },
        { column: 2, target: 'SOURCE' },
        { column: 3, target: 'TOUCHPOINT' },
      ],
      ...{
        source: 'OTHER',
        sourceValues: { Pigeon: 'FORUM' },
        touchpointValues: { 'till 4': counter },
        dateOrder: 'dmy',
      },
    };
    expect(await imported(content, { mapping, mode: 'ALL_OR_NOTHING' })).toMatchObject({
      state: 'COMPLETED',
      added: 2,
    });
    expect((await inbox()).edges.map(({ node }: { node: object }) => node)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ source: 'FORUM', touchpointName: 'Counter', saidAt: '2026-04-03T00:00:00.000Z' }),
        expect.objectContaining({ source: 'OTHER', touchpointName: null }),
      ]),
    );
    const wrong = async (given: object) =>
      (
        (
          (await office.client.graphql(PREVIEW, { fileId: await upload(office.client, content), mapping: given }))
            .errors?.[0]?.extensions as { fields?: { path: string; code: string }[] }
        ).fields ?? []
      ).map(({ path, code }) => `${path} ${code}`);
    expect(await wrong({ columns: [{ column: 0, target: 'IGNORE' }] })).toEqual([
      ...['mapping.columns no_text', 'mapping.saidOn no_time', 'mapping.source no_source'],
    ]);
    expect(await wrong({ ...mapping, touchpointId: uuidv7(), source: 'ALERT' })).toEqual(['mapping.source invalid']);
    expect(await wrong({ ...mapping, touchpointId: uuidv7() })).toEqual(['mapping.touchpointId unknown']);
    expect(await wrong({ ...mapping, columns: [...mapping.columns, { column: 1, target: 'TEXT' }] })).toEqual([
      ...['mapping.columns.4.column column_twice', 'mapping.columns many_text'],
    ]);
  });

  it('are taken back whole with their keys, and what was triaged stays where that is said', async () => {
    const said =
      'date,text\n2026-03-01,The queue at noon is far too long\n2026-03-01,The queue at noon is far too long!\n2026-03-02,Rude\n';
    const mine = await imported(said, { mapping: PLAIN });
    expect(mine).toMatchObject({ added: 3, triaged: 0, mayUndo: true });
    const [one, other] = (await inbox()).edges
      .map(({ node }: { node: { text: string; id: string; version: number } }) => node)
      .filter(({ text }: { text: string }) => text.startsWith('The'));
    expect((await office.client.data(NEAR, { id: one.id })).nearFeedback).toEqual([{ feedback: { text: other.text } }]);
    await office.client.data(MERGE, { id: one.id, version: 1, intoId: other.id });
    const refusal = (await office.client.graphql(UNDO, { id: mine.id })).errors?.[0]?.extensions;
    expect(refusal).toMatchObject({ code: 'FEEDBACK_IMPORT_TRIAGED', params: { count: 2 } });
    expect((await office.client.data(ONE, { id: mine.id })).feedbackImport).toMatchObject({
      triaged: 2,
      mayUndo: true,
    });
    expect(await undone(mine.id, true)).toMatchObject({ state: 'UNDONE', kept: 2, mayUndo: false });
    expect(await texts()).toEqual(['The queue at noon is far too long', 'The queue at noon is far too long!']);
    expect(await office.client.errorCode(UNDO, { id: mine.id })).toBe('IMPORT_NOT_COMPLETED');

    const whole = await imported('date,text\n2026-03-05,Gone tomorrow\n', { mapping: PLAIN });
    const before = await keys();
    const [item] = (await inbox(whole.id)).edges;
    await office.client.data(DISMISS, { id: item.node.id, version: 1 });
    expect(await office.client.errorCode(UNDO, { id: whole.id })).toBe('FEEDBACK_IMPORT_TRIAGED');
    await office.client.data(TAKE_BACK, { id: item.node.id, version: 2 });
    expect(await undone(whole.id)).toMatchObject({ kept: 0 });
    expect(await keys()).toBeLessThan(before);
    expect((await inbox(whole.id)).totalCount).toBe(0);
    // What was taken back may come again.
    expect(await imported('date,text\n2026-03-05,Gone tomorrow\n', { mapping: PLAIN })).toMatchObject({ added: 1 });
    const orphans = await application.database.query(
      `SELECT 1 FROM feedback_key k WHERE organization_id = $1
       AND NOT EXISTS (SELECT FROM feedback f WHERE f.organization_id = $1 AND f.id = k.feedback_id)`,
      [organizationId],
    );
    expect(orphans).toEqual([]);
  });

  it('of ratings give the comments of the low ones alone, with metric and touchpoint', async () => {
    const metricId = await addMetric(application.database, organizationId, {
      ...{ key: 'ease', name: 'Ease', aggregation: 'csat', scale: [1, 5], perception: true },
    });
    await application.database.query(
      'INSERT INTO metric_link (organization_id, id, metric_id, touchpoint_id) VALUES ($1, $2, $3, $4)',
      [organizationId, uuidv7(), metricId, counter],
    );
    const content =
      'date,text,rating\n2026-03-01 14:05,Awful,1\n2026-03-01 14:05,So so,3\n2026-03-01 14:05,Bad,2\n2026-03-01 14:05,Nice,5\n2026-03-01 14:05,No rating,\n2026-03-01 14:05,Odd,9\n';
    const columns = [...PLAIN.columns, { column: 2, target: 'RATING' }];
    const mapping = { ...PLAIN, columns, metricId };
    const file = await asked(office.client, content);
    const ofTable = 'query ($fileId: ID!) { feedbackTable(fileId: $fileId) { ratedMetrics { name } } }';
    expect((await office.client.data(ofTable, file)).feedbackTable.ratedMetrics).toEqual([{ name: 'Ease' }]);
    const preview = (await office.client.data(PREVIEW, { ...file, mapping })).previewFeedbackImport;
    expect(preview).toMatchObject({ items: 2, notLow: 3, rowsBad: 1, withoutTouchpoint: 0 });
    expect(preview.problems).toMatchObject([{ row: 7, column: 'rating', code: 'RATING_OUT_OF_SCALE', value: '9' }]);
    const run = await imported(content, { mapping });
    expect(run).toMatchObject({ state: 'COMPLETED', added: 2, notLow: 3, rowsBad: 1 });
    expect((await inbox(run.id)).edges.map(({ node }: { node: object }) => node)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ text: 'Awful', rating: 1, touchpointName: 'Counter', metricName: 'Ease' }),
        expect.objectContaining({ text: 'Bad', rating: 2, touchpointName: 'Counter', metricName: 'Ease' }),
      ]),
    );
    // The hour beside a low rating could say who it was.
    const days = await application.database.query('SELECT said_at FROM feedback WHERE organization_id = $1', [
      organizationId,
    ]);
    expect(days).toEqual([1, 2].map(() => ({ said_at: new Date('2026-03-01T00:00:00Z') })));
    await undone(run.id);
    expect((await inbox()).totalCount).toBe(0);
    const without = { ...PLAIN, metricId };
    const refused = (await office.client.graphql(PREVIEW, { ...file, mapping: without })).errors?.[0]?.extensions;
    expect(refused).toMatchObject({ fields: [{ path: 'mapping.columns', code: 'no_rating' }] });
    const unknown = (await office.client.graphql(PREVIEW, { ...file, mapping: { ...mapping, metricId: uuidv7() } }))
      .errors;
    expect(unknown?.[0]?.extensions).toMatchObject({ fields: [{ code: 'metric_not_rated' }] });
  });

  it('are brought in by leads for what their teams answer for, and seen by them and the programme office alone', async () => {
    const vaults = await team('Vaults');
    await touchpoint('Vault', vaults);
    await touchpoint('Nobody’s');
    const lead = await leadOf(teamId);
    const other = await leadOf(vaults);
    const content =
      'date,text,touchpoint\n2026-03-01,Slow,Counter\n2026-03-01,Cold,Vault\n2026-03-01,Odd,Nobody’s\n2026-03-01,Lost,\n';
    const mine = await imported(content, { client: lead.client });
    expect(mine).toMatchObject({ state: 'COMPLETED', added: 1, rowsBad: 3, createdByName: expect.any(String) });
    expect(await texts()).toEqual(['Slow']);
    const { edges } = (await lead.client.data(PROBLEMS, { importId: mine.id })).feedbackImportProblems;
    expect(edges.map(({ node }: { node: { row: number; code: string } }) => `${node.row} ${node.code}`)).toEqual([
      ...['3 TOUCHPOINT_OF_TEAM', '4 TOUCHPOINT_OF_NOBODY', '5 TOUCHPOINT_NEEDED'],
    ]);
    expect(edges[0].node.message).toContain('belongs to the team “Vaults”');
    expect((await lead.client.data(TABLE, { fileId: mine.fileId })).feedbackTable).toMatchObject({
      touchpoints: [{ name: 'Counter' }],
      anywhere: false,
    });
    for (const [query, variables] of [
      [TABLE, { fileId: mine.fileId }],
      [PREVIEW, { fileId: mine.fileId, mapping: PLAIN }],
      [START, { fileId: mine.fileId, mapping: PLAIN, mode: 'ACCEPT_GOOD' }],
      [ONE, { id: mine.id }],
      [PROBLEMS, { importId: mine.id }],
      [UNDO, { id: mine.id }],
    ] as const)
      expect(await other.client.errorCode(query, variables)).toBe('NOT_FOUND');
    expect((await other.client.data(LIST)).feedbackImports.totalCount).toBe(0);
    expect((await office.client.data(LIST, { search: 'SAID' })).feedbackImports.totalCount).toBe(1);
    const own = await upload(other.client, content);
    const refused = (await other.client.graphql(START, { fileId: own, mapping: PLAIN, mode: 'ACCEPT_GOOD' }))
      .errors?.[0];
    expect(refused?.extensions).toMatchObject({ code: 'VALIDATION', fields: [{ code: 'no_touchpoint' }] });
    const foreign = { ...PLAIN, touchpointId: counter };
    expect(
      (await other.client.graphql(START, { fileId: own, mapping: foreign, mode: 'ACCEPT_GOOD' })).errors?.[0]
        ?.extensions,
    ).toMatchObject({ fields: [{ path: 'mapping.touchpointId', code: 'touchpoint_of_others' }] });
    for (const role of ['contributor', 'executive', 'administrator'] as const) {
      const nobody = await application.member(organizationId, role);
      expect(await nobody.client.errorCode(LIST)).toBe('FORBIDDEN');
      expect(await nobody.client.errorCode(START, { fileId: own, mapping: PLAIN, mode: 'ACCEPT_GOOD' })).toBe(
        'FORBIDDEN',
      );
    }
    const elsewhere = await application.member(await application.organization('Meridian Air'), 'programme_office');
    expect(await elsewhere.client.errorCode(ONE, { id: mine.id })).toBe('NOT_FOUND');
    expect(await elsewhere.client.errorCode(UNDO, { id: mine.id })).toBe('NOT_FOUND');
    expect(await elsewhere.client.errorCode(START, { fileId: mine.fileId, mapping: PLAIN, mode: 'ACCEPT_GOOD' })).toBe(
      'NOT_FOUND',
    );
  });

  it('are read by mappings that were kept, apart from those of observations', async () => {
    const { saveFeedbackMapping: kept } = await office.client.data(SAVE, { name: 'Monthly survey', mapping: PLAIN });
    expect(kept.mapping).toMatchObject(PLAIN);
    expect(
      (await office.client.graphql(SAVE, { name: 'MONTHLY survey', mapping: PLAIN })).errors?.[0]?.extensions,
    ).toMatchObject({ fields: [{ path: 'name', code: 'taken' }] });
    await office.client.data(SAVE, { name: 'Weekly survey', mapping: PLAIN, id: kept.id, version: 1 });
    expect(await office.client.errorCode(SAVE, { name: 'Late', mapping: PLAIN, id: kept.id, version: 1 })).toBe(
      'CONFLICT',
    );
    const { feedbackMappings, observationMappings } = await office.client.data(MAPPINGS);
    expect(feedbackMappings).toEqual([{ name: 'Weekly survey', mapping: kept.mapping }]);
    expect(observationMappings).toEqual([]);
    const { saveFeedbackMapping: back } = await office.client.data(SAVE, { name: 'Other', mapping: kept.mapping });
    await office.client.data(ARCHIVE, { id: back.id, version: 1 });
    expect((await office.client.data(MAPPINGS)).feedbackMappings).toHaveLength(1);
  });

  it('leave the inbox again as a file of what is listed, that can be imported again', async () => {
    const file = 'date,text\n2026-03-01,"=cmd|\' /C calc\'!A0"\n2026-03-02,"快, ""很好"""\n';
    const { id } = await imported(file, { mapping: PLAIN });
    await imported('date,text\n2026-03-09,Other file\n', { mapping: PLAIN });
    const download = (query: string, { client } = office) =>
      client.inject({ method: 'GET', url: `/exports/feedback.csv${query}` });
    const { body, headers, statusCode } = await download(`?importId=${id}&state=NEW`);
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    const lines = body.trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain('"快, ""很好"""');
    expect(lines[2]).toContain(`'=cmd`);
    expect((await download('?state=LINKED')).body.trim().split('\r\n')).toHaveLength(1);
    expect((await download('?state=lost')).statusCode).toBe(422);
    expect((await download('?importId=nonsense')).statusCode).toBe(404);
    expect((await download('', await application.member(organizationId, 'contributor'))).statusCode).toBe(403);
  });
});
