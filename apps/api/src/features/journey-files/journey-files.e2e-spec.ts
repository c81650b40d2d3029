import { countStatements, ONE_READ } from '../../../test/count-statements.js';
import { upload as send } from '../../../test/upload.js';
import { bombOf } from '../../platform/tables/spreadsheet.factory.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';

const CREATE = `mutation ($name: String!) { createJourney(input: { name: $name, summary: "From A to B" }, template: "five-stages") { id } }`;
const MAP = `query ($id: ID!) { journeyMap(id: $id) { id name state version stages { id name version
  cells { lane text evidence confirmedAt version } placements { id name channel isFuture factor emotion emotionN
    emotionJudgedBy expectation teamName confirmedAt version } } } }`;
const SET = `mutation ($stageId: ID!, $lane: MapLane!, $version: Int!, $text: String!, $evidence: String) {
  setStageCell(stageId: $stageId, lane: $lane, version: $version, text: $text, evidence: $evidence) { id } }`;
const TOUCHPOINT = `mutation ($input: TouchpointInput!) { createTouchpoint(input: $input) { id } }`;
const PLACE = `mutation ($stageId: ID!, $touchpointId: ID!, $input: PlacementInput) {
  placeTouchpoint(stageId: $stageId, touchpointId: $touchpointId, input: $input) { id } }`;
const PREVIEW = `query ($fileId: ID!) { journeyFilePreview(fileId: $fileId) { name nameTaken state importable
  stages { name cellCount touchpointCount } touchpoints { name channel known near accountable teamUnknown }
  problems { code isError sheet row column value message } } }`;
const IMPORT = `mutation ($fileId: ID!, $name: String, $replaceId: ID, $replaceVersion: Int) {
  importJourney(fileId: $fileId, name: $name, replaceId: $replaceId, replaceVersion: $replaceVersion) { id } }`;

describe('maps as files', () => {
  let application: TestApplication;
  let organizationId: string;
  let office: TestMember;
  let journeyId: string;

  beforeAll(async () => {
    application = await startTestApplication();
  });
  beforeEach(async () => {
    organizationId = await application.organization('Harbour Bank');
    office = await application.member(organizationId, 'programme_office');
    journeyId = await drawn('Opening an account');
  });
  afterAll(() => application.close());

  const map = async (id: string, reader = office) => (await reader.client.data(MAP, { id })).journeyMap;
  const drawn = async (name: string): Promise<string> => {
    const { id } = (await office.client.data(CREATE, { name })).createJourney;
    const [first, second] = (await map(id)).stages;
    await office.client.data(SET, {
      stageId: first.id,
      lane: 'PAIN',
      version: 0,
      text: '=SUM(A1) is no formula\nsecond line',
      evidence: 'Interviews',
    });
    await office.client.data(SET, { stageId: second.id, lane: 'BACK_STAGE', version: 0, text: '后台核验' });
    const input = {
      name: 'Call centre',
      channel: 'PHONE',
      existence: 'FUTURE',
      noWaiting: 'BROKEN',
      serviceLevel: 'BASIC',
    };
    const { createTouchpoint } = await office.client.data(TOUCHPOINT, { input });
    const feeling = { factor: 'KEY_MOMENT', emotion: -2, emotionN: 41, expectation: 'Answered at once' };
    const place = { touchpointId: createTouchpoint.id, input: feeling };
    await office.client.data(PLACE, { stageId: second.id, ...place });
    await office.client.data(PLACE, { stageId: first.id, touchpointId: createTouchpoint.id });
    await application.database.query(`UPDATE stage_cell SET confirmed_at = '2026-01-02T03:04:05.678Z'`);
    return id;
  };
  const download = async (path: string, reader = office) =>
    reader.client.inject({ method: 'GET', url: `/exports/journeys/${journeyId}/${path}` });
  const upload = (name: string, content: Buffer | string, who = office) => send(who.client, Buffer.from(content), name);
  /** What two maps say, without what every row has of its own. */
  const said = ({ state, stages }: Record<string, never>) => ({ state, stages: withoutIds(stages) });

  it.each(['map.json', 'map.xlsx'])('come back from %s as they went out, in another organisation', async (path) => {
    const file = await download(path);
    expect([file.statusCode, file.headers['x-content-type-options']]).toEqual([200, 'nosniff']);
    const other = await application.member(await application.organization('Meridian'), 'programme_office');
    const fileId = await upload(path, file.rawPayload, other);
    const { journeyFilePreview: preview } = await other.client.data(PREVIEW, { fileId });
    expect(preview).toMatchObject({ name: 'Opening an account', nameTaken: false, importable: true, problems: [] });
    expect(preview.touchpoints).toMatchObject([{ name: 'Call centre', known: false, channel: 'PHONE' }]);
    const { importJourney } = await other.client.data(IMPORT, { fileId });
    expect(said(await map(importJourney.id, other))).toEqual(said(await map(journeyId)));
    const [touchpoint] = await application.database.query(
      `SELECT existence, no_waiting, service_level FROM touchpoint t JOIN organization o ON o.id = t.organization_id
       WHERE o.name = 'Meridian' ORDER BY t.created_at DESC LIMIT 1`,
    );
    expect(touchpoint).toEqual({ existence: 'future', no_waiting: 'broken', service_level: 'basic' });
  });

  it('are read in one statement, and their tables come as CSV that runs nothing', async () => {
    expect(await countStatements(() => download('map.json'))).toBe(ONE_READ);
    const table = (await download('map.csv')).payload;
    expect(table.split('\r\n')[0]).toBe('\uFEFFLane,Awareness,Consideration,Decision,Purchase,After-sales');
    expect(table).toContain(`"'=SUM(A1) is no formula\nsecond line"`);
    const rows = (await download('map.csv?rows=touchpoints')).payload;
    expect(rows).toContain('Consideration,Call centre,Phone,Future,Key moment,-2,41');
    expect((await download('map.csv?rows=all')).statusCode).toBe(404);
    await application.database.query(`UPDATE account SET locale = 'zh-CN' WHERE id = $1`, [office.accountId]);
    const translated = await download('map.csv');
    expect(translated.payload).toContain('痛点');
  });

  it('are looked at before: problems by row, column, reason and remedy, and nothing is kept of a file with errors', async () => {
    const text = 'Stage,Touchpoint,Emotion,Owner\nVisit,Call centr,5,Service\nVisit,,,\n';
    const fileId = await upload('visit.csv', text);
    const { journeyFilePreview: preview } = await office.client.data(PREVIEW, { fileId });
    expect(preview).toMatchObject({ name: 'visit', importable: false });
    expect(preview.problems).toMatchObject([
      { code: 'BAD_EMOTION', isError: true, row: 2, column: 'Emotion', value: '5' },
      { code: 'TOUCHPOINT_MISSING', row: 3 },
    ]);
    expect(preview.problems[0].message).toBe('An emotion is a whole number from -3 to 3.');
    expect(preview.touchpoints).toMatchObject([
      { name: 'Call centr', known: false, near: ['Call centre'], accountable: 'Service', teamUnknown: true },
    ]);
    expect(await office.client.errorCode(IMPORT, { fileId })).toBe('JOURNEY_FILE_REFUSED');
    const json = await upload('x.json', '{"format":"touchstone/journey-map@1","journey":{"name":""},"stages":[]}');
    const { journeyFilePreview: refused } = await office.client.data(PREVIEW, { fileId: json });
    expect(refused.problems).toMatchObject([{ code: 'BAD_VALUE', column: 'journey.name' }]);
    const strange = await upload('y.json', '{"format":"another"}');
    expect((await office.client.data(PREVIEW, { fileId: strange })).journeyFilePreview.problems).toMatchObject([
      { code: 'NOT_THIS_FORMAT', column: 'format' },
    ]);
  });

  it('are refused where a workbook unpacks to more than fits, or than it says', async () => {
    for (const [kind, code] of [
      ['honest', 'TABLE_TOO_LARGE'],
      ['lying', 'TABLE_DAMAGED'],
    ] as const) {
      const fileId = await upload('map.xlsx', bombOf(kind));
      expect([
        await office.client.errorCode(PREVIEW, { fileId }),
        await office.client.errorCode(IMPORT, { fileId, name: 'Bomb' }),
      ]).toEqual([code, code]);
    }
    expect(await map(journeyId)).toMatchObject({ name: 'Opening an account' });
  });

  it('give a new touchpoint its owner, once and for all or not at all', async () => {
    await application.database.query(
      `INSERT INTO team (organization_id, id, name, kind) VALUES ($1, gen_random_uuid(), 'Service', 'service')`,
      [organizationId],
    );
    const fileId = await upload(
      'v.csv',
      'Phase,Touch point,Channel,Team\nVisit,Counter,Branch,service\nVisit,CALL CENTRE,App,Service\n',
    );
    const { importJourney } = await office.client.data(IMPORT, { fileId, name: 'Visiting' });
    const { name, stages } = await map(importJourney.id);
    expect(name).toBe('Visiting');
    expect(stages[0].placements).toMatchObject([
      { name: 'Counter', channel: 'branch', teamName: 'Service' },
      { name: 'Call centre', channel: 'phone', teamName: null },
    ]);
    const again = await office.client.graphql(IMPORT, { fileId, name: 'visiting' });
    expect(again.errors?.[0]?.extensions).toMatchObject({ fields: [{ path: 'name', code: 'taken' }] });
    const counters = await application.database.query(`SELECT FROM touchpoint WHERE organization_id = $1`, [
      organizationId,
    ]);
    expect(counters).toHaveLength(2);
  });

  it('take the place of what stands on a map: stages of the same name stay, and nobody saves over it unseen', async () => {
    const before = await map(journeyId);
    const [pain] = before.stages[0].cells;
    const fileId = await upload(
      'n.csv',
      'Lane,AWARENESS,Visit\nPains,Queues,\nScenario,,Sunny\nTouchpoints,Counter,\n',
    );
    const replace = { fileId, replaceId: journeyId, replaceVersion: before.version };
    await office.client.data(IMPORT, replace);
    const after = await map(journeyId);
    expect(after.name).toBe('Opening an account');
    expect(after.stages).toMatchObject([
      { id: before.stages[0].id, name: 'AWARENESS', placements: [{ name: 'Counter' }] },
      { name: 'Visit', cells: [{ lane: 'SCENARIO', text: 'Sunny' }] },
    ]);
    expect(after.stages[0].cells).toMatchObject([{ lane: 'PAIN', text: 'Queues', version: pain.version + 1 }]);
    expect((await office.client.graphql(IMPORT, replace)).errors?.[0]?.extensions.code).toBe('CONFLICT');
  });

  it('leave nothing behind when one part of them cannot be kept', async () => {
    const rows = Array.from({ length: 200 }, (_, at) => `Visit,Counter ${at}`).join('\n');
    const fileId = await upload('many.csv', `Stage,Touchpoint\n${rows}\n`);
    const { importJourney } = await office.client.data(IMPORT, { fileId, name: 'Large' });
    expect((await map(importJourney.id)).stages[0].placements).toHaveLength(200);
    const broken = await upload('broken.csv', 'Stage,Touchpoint\nVisit,Fresh one\n');
    expect(await office.client.errorCode(IMPORT, { fileId: broken, name: 'Large' })).toBe('VALIDATION');
    const fresh = await application.database.query(
      `SELECT FROM touchpoint WHERE organization_id = $1 AND name = 'Fresh one'`,
      [organizationId],
    );
    expect(fresh).toEqual([]);
  });

  it('are for the programme office, in its own organisation', async () => {
    const fileId = await upload('v.csv', 'Stage,Touchpoint\nVisit,Counter\n');
    const executive = await application.member(organizationId, 'executive');
    expect((await download('map.json', executive)).statusCode).toBe(403);
    expect(await executive.client.errorCode(PREVIEW, { fileId })).toBe('FORBIDDEN');
    expect(await executive.client.errorCode(IMPORT, { fileId })).toBe('FORBIDDEN');
    const other = await application.member(await application.organization('Another'), 'programme_office');
    expect((await download('map.json', other)).statusCode).toBe(404);
    expect(await other.client.errorCode(PREVIEW, { fileId })).toBe('NOT_FOUND');
    const theirs = await upload('v.csv', 'Stage,Touchpoint\nVisit,Counter\n', other);
    const replace = { fileId: theirs, replaceId: journeyId, replaceVersion: 1 };
    expect(await other.client.errorCode(IMPORT, replace)).toBe('NOT_FOUND');
  });
});

/** Ids and versions are of this database, not of the map. */
function withoutIds(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (key, each) => (key === 'id' || key === 'version' ? undefined : each));
}
